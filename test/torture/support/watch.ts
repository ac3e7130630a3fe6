/** Waits for something that must not hang: after so many milliseconds it is given up, and that is the finding. */
export async function within<Value>(milliseconds: number, what: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`it hangs: no answer in ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([what, late]);
  } finally {
    clearTimeout(timer);
  }
}

export const inWords = (error: unknown): string => (error instanceof Error ? error.message : String(error));
