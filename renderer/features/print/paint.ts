import type { Picture, Shape } from './picture-shapes.ts';

const family = "'Inter Variable', 'Inter', system-ui, sans-serif";

/** The text, or as much of it as there is room for. */
function fitted(context: CanvasRenderingContext2D, words: string, room: number): string {
  if (context.measureText(words).width <= room) return words;
  let end = words.length;
  while (end > 1 && context.measureText(`${words.slice(0, end)}…`).width > room) end -= 1;
  return `${words.slice(0, end).trimEnd()}…`;
}

function paintBox(context: CanvasRenderingContext2D, shape: Extract<Shape, { kind: 'box' }>): void {
  const { x, y, width, height, fill, line, dashed, radius } = shape;
  context.beginPath();
  context.roundRect(x + 0.5, y + 0.5, width - 1, Math.max(0, height - 1), radius);
  if (fill !== null) {
    context.fillStyle = fill;
    context.fill();
  }
  if (line === null) return;
  context.strokeStyle = line;
  context.lineWidth = 1;
  context.setLineDash(dashed ? [4, 3] : []);
  context.stroke();
  context.setLineDash([]);
}

function paintHatch(context: CanvasRenderingContext2D, shape: Extract<Shape, { kind: 'hatch' }>): void {
  const { x, y, width, height, line } = shape;
  context.save();
  context.beginPath();
  context.rect(x, y, width, height);
  context.clip();
  context.strokeStyle = line;
  context.lineWidth = 1.5;
  context.beginPath();
  for (let at = -height; at < width; at += 7) {
    context.moveTo(x + at, y + height);
    context.lineTo(x + at + height, y);
  }
  context.stroke();
  context.restore();
}

function paintText(context: CanvasRenderingContext2D, shape: Extract<Shape, { kind: 'text' }>): void {
  context.font = `${shape.weight} ${shape.size}px ${family}`;
  context.fillStyle = shape.color;
  context.fillText(fitted(context, shape.text, shape.room), shape.x, shape.y);
}

/** Browsers refuse canvases beyond this many px in all; a large team's picture is made coarser instead. */
const mostPixels = 60_000_000;

/**
 * Paints a picture at twice its size, for sharp text on any screen, and gives it as PNG. Rejects where the browser has no room
 * for it.
 */
export async function pngOf({ width, height, shapes }: Picture): Promise<Blob> {
  await document.fonts.ready;
  const scale = Math.min(2, Math.sqrt(mostPixels / (width * height)));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('this browser gives no canvas to draw on');
  context.scale(scale, scale);
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  for (const shape of shapes) {
    if (shape.kind === 'box') paintBox(context, shape);
    else if (shape.kind === 'hatch') paintHatch(context, shape);
    else paintText(context, shape);
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('the picture is too large for this browser'));
      else resolve(blob);
    }, 'image/png');
  });
}
