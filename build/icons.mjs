#!/usr/bin/env node
/**
 * `node build/icons.mjs`: draws the app's icon in every size that a desktop asks for, from renderer/styles/icon.svg, which is the
 * one to change. Chromium draws, so this needs one; the results are kept in build/icons, so that packing does not.
 */
import './tools/node-version.mjs';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { icns, ico, iconSizes } from './tools/icon-files.mjs';
import { below, say, stop } from './tools/place.mjs';
import { chromiumForTests } from './tools/test-runtimes.mjs';

const found = chromiumForTests();
if (found.missing) stop(`the icons cannot be drawn: ${found.missing}.`);

const { chromium } = await import('@playwright/test');
const browser = await chromium.launch({
  executablePath: found.program,
  // Chromium refuses its sandbox for the root user; the page is our own drawing alone.
  chromiumSandbox: process.getuid?.() !== 0,
});
const svg = readFileSync(below('renderer/styles/icon.svg'), 'utf8');
const folder = below('build/icons');
mkdirSync(folder, { recursive: true });
const pictures = new Map();
for (const size of iconSizes) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  );
  const picture = await page.screenshot({ omitBackground: true });
  await page.close();
  pictures.set(size, picture);
  writeFileSync(`${folder}/${size}x${size}.png`, picture);
}
await browser.close();
writeFileSync(`${folder}/icon.ico`, ico(pictures));
writeFileSync(`${folder}/icon.icns`, icns(pictures));
say(`drew ${pictures.size} sizes, icon.ico and icon.icns into ${folder}`);
