/** Version of the app. A test holds it equal to package.json's, which is not packed with every host. */
export const version = '0.1.0';
