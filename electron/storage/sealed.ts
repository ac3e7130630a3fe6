import { z } from 'zod';
import type { Hash } from '../../shared/document/envelope.ts';
import type { Result } from '../../shared/result.ts';

const sealSchema = z.strictObject({ checksum: z.string(), content: z.unknown() });

/** The text of a small file of ours with its checksum, so that a flipped letter is noticed. */
export function seal(content: unknown, hash: Hash): string {
  return JSON.stringify({ checksum: hash(JSON.stringify(content)), content });
}

/** What such a file holds; null when it is damaged: it is then as if it were not there. */
export function sealed<Content>(text: Result<string, string>, schema: z.ZodType<Content>, hash: Hash): Content | null {
  if (!text.ok) return null;
  try {
    const file = sealSchema.safeParse(JSON.parse(text.value));
    if (!file.success || hash(JSON.stringify(file.data.content)) !== file.data.checksum) return null;
    return schema.safeParse(file.data.content).data ?? null;
  } catch {
    return null; // no JSON at all
  }
}
