/** Asks for files, or for a folder with all that lies in it; none when nothing was chosen. A `File` is read only when somebody asks it to. */
export function chooseFiles(what: { readonly accept: string } | 'folder'): Promise<readonly File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    if (what === 'folder') input.webkitdirectory = true;
    else input.accept = what.accept;
    input.addEventListener('cancel', () => resolve([]));
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.click();
  });
}
