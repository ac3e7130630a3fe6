/** Whether a plan lies in the app's own folder, where it is known by its name: a file of its own elsewhere has one already. */
export const isOwnPlan = (file: string, dataFolder: string): boolean =>
  file.startsWith(dataFolder) && /^[\\/]workspaces[\\/]/.test(file.slice(dataFolder.length));

/** The last part of a path, of either system. */
export const fileName = (path: string): string => path.replace(/^.*[\\/]/, '');
