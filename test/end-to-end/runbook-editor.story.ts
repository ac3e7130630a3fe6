/** Runbooks are written: notes with their preview, links, pictures, what was there before. Every story also fails on a violation of the content policy. */
import type { Locator, Page } from '@playwright/test';
import { findings } from './support/axe.ts';
import { expect, story } from './support/story.ts';
import { openSample, step, untilSaved } from './support/work.ts';

const notes = (page: Page): Locator => page.getByRole('textbox', { name: 'Notes' });
const preview = (page: Page): Locator => page.getByRole('region', { name: 'Preview' });

async function editProfit(page: Page): Promise<void> {
  await page.getByRole('option', { name: /Profit/ }).click();
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await expect(notes(page)).toBeVisible();
}

async function openEditor(page: Page): Promise<void> {
  await openSample(page);
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: 'Runbooks' }).click();
  await editProfit(page);
}

const save = (page: Page) => page.getByRole('button', { name: 'Save runbook' }).click();

/** Files into the notes as a paste brings them. */
const paste = (page: Page, name: string, base64: string) =>
  notes(page).evaluate(
    (field, file) => {
      const bytes = Uint8Array.from(atob(file.base64), (sign) => sign.charCodeAt(0));
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([bytes], file.name));
      field.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true, composed: true }),
      );
    },
    { name, base64 },
  );

const dot =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

story(
  'notes are typed beside their preview, and letters and undo stay in the field',
  async ({ host: { page } }) => {
    await openEditor(page);
    await notes(page).click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\n## Night shift M / ?\n<script>alert(1)</script>');
    await expect(preview(page).getByRole('heading', { name: 'Night shift M / ?' })).toBeVisible();
    // What is written stays in sight: above the buttons of the form, and in the preview.
    await expect(preview(page).getByRole('heading', { name: 'Night shift M / ?' })).toBeInViewport();
    const edge = async (part: Locator, of: 'top' | 'bottom'): Promise<number> =>
      part.evaluate((element, side) => element.getBoundingClientRect()[side], of);
    expect(await edge(page.locator('.cm-cursor').first(), 'bottom')).toBeLessThan(
      await edge(page.getByRole('button', { name: 'Save runbook' }), 'top'),
    );
    await expect(preview(page).locator('script')).toHaveCount(0);
    for (let times = 0; times < 5; times++) await page.keyboard.press('Control+z');
    await expect(preview(page).getByRole('heading', { name: 'Night shift' })).toHaveCount(0);
    await expect(step(page, 'Undo')).toHaveAttribute('aria-disabled', 'true');
    await page.keyboard.type('\nCall first.');
    await save(page);
    await untilSaved(page);
    await expect(page.getByText('Call first.')).toBeVisible();
    await step(page, 'Undo').click();
    await expect(page.getByText('Call first.')).toHaveCount(0);
  },
);

story(
  'a link to another runbook is completed and followed; one that leads nowhere is told with its line',
  async ({ host: { page } }) => {
    await openEditor(page);
    await notes(page).click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('[gone](runbook:nobody) [[grow');
    await page.getByRole('listbox', { name: 'Completions' }).getByRole('option', { name: 'Growth' }).click();
    await expect(page.getByRole('list', { name: 'Links that lead nowhere' })).toContainText(
      'Line 1: “gone” leads to a runbook that is not there.',
    );
    await save(page);
    await page.getByRole('link', { name: 'Growth', exact: true }).click();
    await expect(page.getByRole('heading', { level: 2, name: 'Growth' })).toBeVisible();
  },
);

story(
  'a pasted picture is kept with the plan and shown again; what is none is refused',
  async ({ host: { page } }) => {
    await openEditor(page);
    await notes(page).click();
    await page.keyboard.press('Control+Home');
    await paste(page, 'drawing.svg', btoa('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'));
    await expect(page.getByText(/drawing\.svg is no PNG, JPEG, GIF or WebP picture/).first()).toBeVisible();
    await paste(page, 'graph.png', dot);
    await expect(preview(page).getByRole('img', { name: 'graph' })).toHaveJSProperty('naturalWidth', 1);
    await save(page);
    await untilSaved(page);
    await page.reload();
    await page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: 'Runbooks' }).click();
    await page.getByRole('option', { name: /Profit/ }).click();
    await expect(page.getByRole('img', { name: 'graph' })).toHaveJSProperty('naturalWidth', 1);
  },
);

story(
  'versions are compared word by word, and an older one is restored as one step',
  async ({ host: { page } }) => {
    await openEditor(page);
    await notes(page).click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\nZebra');
    await save(page);
    await untilSaved(page);
    await editProfit(page);
    await page.getByRole('button', { name: 'Versions…' }).click();
    await expect(page.locator('ins')).toHaveText('Zebra');
    expect(await findings(page)).toEqual([]);
    await page.getByRole('listbox', { name: 'Versions' }).getByRole('option').nth(1).click();
    await page.getByRole('button', { name: 'Restore this version' }).click();
    await expect(page.getByRole('button', { name: 'Edit', exact: true })).toBeVisible();
    await expect(page.getByText('Zebra')).toHaveCount(0);
    await step(page, 'Undo').click();
    await expect(page.getByText('Zebra')).toBeVisible();
  },
);

for (const scheme of ['light', 'dark'] as const)
  story(`axe finds nothing in the form and its editor, ${scheme}`, async ({ host: { page } }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await openEditor(page);
    await page.getByRole('button', { name: 'Add issue' }).click();
    await notes(page).click();
    await page.keyboard.type('[[g');
    await expect(page.getByRole('listbox', { name: 'Completions' })).toBeVisible();
    expect(await findings(page)).toEqual([]);
  });
