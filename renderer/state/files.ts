/** Asks for a file of this computer; null when nothing was chosen. For the browser host, which has no dialog of its own. */
export function pickFile(accept: string): Promise<{ readonly name: string; readonly text: string } | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.addEventListener('cancel', () => resolve(null));
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      if (!file) return resolve(null);
      file.text().then(
        (text) => resolve({ name: file.name, text }),
        () => resolve(null),
      );
    });
    input.click();
  });
}

function downloadBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has its own hold on the data once it has begun.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Gives a text to the browser's downloads. */
export const download = (name: string, text: string): void =>
  downloadBlob(name, new Blob([text], { type: 'application/json' }));

/** Gives bytes that came as base64 to the browser's downloads. */
export const downloadBytes = (name: string, base64: string): void =>
  downloadBlob(name, new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))]));
