/** Keys as they stand on the keyboard: "Ctrl Z". */
export function Kbd({ keys }: { readonly keys: string }) {
  return (
    <kbd className="rounded border border-divider bg-panel px-1 font-sans text-label text-muted whitespace-nowrap">
      {keys}
    </kbd>
  );
}
