/** Bytes from which on an answer is compressed. */
export const worthCompressing = 1024;
