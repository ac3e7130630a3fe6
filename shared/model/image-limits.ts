/** Longest picture, in bytes: a screenshot fits, a photograph has to be made smaller first. */
export const mostImageBytes = 500_000;

/** Bytes of all pictures of a workspace together. */
export const mostImageBytesTogether = 10_000_000;
