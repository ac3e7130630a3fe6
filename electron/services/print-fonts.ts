/**
 * The typefaces of the PDF, as `data:` URLs inside the bundle: a printed page may load nothing, and must look the same on a
 * machine that has none of them. One file for each weight and not the variable ones that the window uses: Chromium writes a
 * variable typeface into a PDF as drawings of glyphs, without name or hinting.
 */
import interCyrillic400 from '@fontsource/inter/files/inter-cyrillic-400-normal.woff2?inline';
import interCyrillic600 from '@fontsource/inter/files/inter-cyrillic-600-normal.woff2?inline';
import interCyrillicExt400 from '@fontsource/inter/files/inter-cyrillic-ext-400-normal.woff2?inline';
import interCyrillicExt600 from '@fontsource/inter/files/inter-cyrillic-ext-600-normal.woff2?inline';
import interGreek400 from '@fontsource/inter/files/inter-greek-400-normal.woff2?inline';
import interGreek600 from '@fontsource/inter/files/inter-greek-600-normal.woff2?inline';
import interGreekExt400 from '@fontsource/inter/files/inter-greek-ext-400-normal.woff2?inline';
import interGreekExt600 from '@fontsource/inter/files/inter-greek-ext-600-normal.woff2?inline';
import interLatin400Italic from '@fontsource/inter/files/inter-latin-400-italic.woff2?inline';
import interLatin400 from '@fontsource/inter/files/inter-latin-400-normal.woff2?inline';
import interLatin600Italic from '@fontsource/inter/files/inter-latin-600-italic.woff2?inline';
import interLatin600 from '@fontsource/inter/files/inter-latin-600-normal.woff2?inline';
import interLatinExt400Italic from '@fontsource/inter/files/inter-latin-ext-400-italic.woff2?inline';
import interLatinExt400 from '@fontsource/inter/files/inter-latin-ext-400-normal.woff2?inline';
import interLatinExt600Italic from '@fontsource/inter/files/inter-latin-ext-600-italic.woff2?inline';
import interLatinExt600 from '@fontsource/inter/files/inter-latin-ext-600-normal.woff2?inline';
import interVietnamese400 from '@fontsource/inter/files/inter-vietnamese-400-normal.woff2?inline';
import interVietnamese600 from '@fontsource/inter/files/inter-vietnamese-600-normal.woff2?inline';
import ranges from '@fontsource/inter/unicode.json';
import monoLatin400 from '@fontsource/jetbrains-mono/files/jetbrains-mono-latin-400-normal.woff2?inline';
import monoLatinExt400 from '@fontsource/jetbrains-mono/files/jetbrains-mono-latin-ext-400-normal.woff2?inline';
import type { PrintFont } from '../../shared/print/document.ts';

function face(
  family: PrintFont['family'],
  url: string,
  subset: keyof typeof ranges,
  weight: '400' | '600',
  style: PrintFont['style'] = 'normal',
): PrintFont {
  return { family, url, weight, style, unicodeRange: ranges[subset] };
}

export const printFonts: readonly PrintFont[] = [
  face('Inter', interLatin400, 'latin', '400'),
  face('Inter', interLatinExt400, 'latin-ext', '400'),
  face('Inter', interCyrillic400, 'cyrillic', '400'),
  face('Inter', interCyrillicExt400, 'cyrillic-ext', '400'),
  face('Inter', interGreek400, 'greek', '400'),
  face('Inter', interGreekExt400, 'greek-ext', '400'),
  face('Inter', interVietnamese400, 'vietnamese', '400'),
  face('Inter', interLatin600, 'latin', '600'),
  face('Inter', interLatinExt600, 'latin-ext', '600'),
  face('Inter', interCyrillic600, 'cyrillic', '600'),
  face('Inter', interCyrillicExt600, 'cyrillic-ext', '600'),
  face('Inter', interGreek600, 'greek', '600'),
  face('Inter', interGreekExt600, 'greek-ext', '600'),
  face('Inter', interVietnamese600, 'vietnamese', '600'),
  face('Inter', interLatin400Italic, 'latin', '400', 'italic'),
  face('Inter', interLatinExt400Italic, 'latin-ext', '400', 'italic'),
  face('Inter', interLatin600Italic, 'latin', '600', 'italic'),
  face('Inter', interLatinExt600Italic, 'latin-ext', '600', 'italic'),
  face('JetBrains Mono', monoLatin400, 'latin', '400'),
  face('JetBrains Mono', monoLatinExt400, 'latin-ext', '400'),
];
