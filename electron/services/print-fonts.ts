/**
 * The typefaces of the PDF, as `data:` URLs inside the bundle: a printed page may load nothing, and must look the same on a
 * machine that has none of them.
 */
import interCyrillicExt from '@fontsource-variable/inter/files/inter-cyrillic-ext-wght-normal.woff2?inline';
import interCyrillic from '@fontsource-variable/inter/files/inter-cyrillic-wght-normal.woff2?inline';
import interGreekExt from '@fontsource-variable/inter/files/inter-greek-ext-wght-normal.woff2?inline';
import interGreek from '@fontsource-variable/inter/files/inter-greek-wght-normal.woff2?inline';
import interLatinExtItalic from '@fontsource-variable/inter/files/inter-latin-ext-wght-italic.woff2?inline';
import interLatinExt from '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2?inline';
import interLatinItalic from '@fontsource-variable/inter/files/inter-latin-wght-italic.woff2?inline';
import interLatin from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?inline';
import interVietnamese from '@fontsource-variable/inter/files/inter-vietnamese-wght-normal.woff2?inline';
import ranges from '@fontsource-variable/inter/unicode.json';
import monoLatinExt from '@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-ext-wght-normal.woff2?inline';
import monoLatin from '@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2?inline';
import type { PrintFont } from '../../shared/runbooks/print-page.ts';

type Subset = keyof typeof ranges;

const inter = (url: string, subset: Subset, style: 'normal' | 'italic' = 'normal'): PrintFont => ({
  family: 'Inter Variable',
  url,
  weight: '100 900',
  style,
  unicodeRange: ranges[subset],
});

const mono = (url: string, subset: Subset): PrintFont => ({
  family: 'JetBrains Mono Variable',
  url,
  weight: '100 800',
  style: 'normal',
  unicodeRange: ranges[subset],
});

export const printFonts: readonly PrintFont[] = [
  inter(interLatin, 'latin'),
  inter(interLatinExt, 'latin-ext'),
  inter(interCyrillic, 'cyrillic'),
  inter(interCyrillicExt, 'cyrillic-ext'),
  inter(interGreek, 'greek'),
  inter(interGreekExt, 'greek-ext'),
  inter(interVietnamese, 'vietnamese'),
  inter(interLatinItalic, 'latin', 'italic'),
  inter(interLatinExtItalic, 'latin-ext', 'italic'),
  mono(monoLatin, 'latin'),
  mono(monoLatinExt, 'latin-ext'),
];
