#!/usr/bin/env node
/**
 * `npm start`: works in a fresh clone, before anything is installed, so it imports nothing but Node's own modules until
 * the packages are there. The version check comes first and alone.
 */
import './tools/node-version.mjs';

const { launch } = await import('./tools/launch.mjs');
await launch(process.argv.slice(2));
