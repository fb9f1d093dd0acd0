// A codebook with more to decide than one list takes: all of it can be reached, and looked at before it is decided.

import { dialog, expect, foot, head, importFiles, json, noDialog, project, tag, tagButton, test } from './support/page.mjs';

const codebook = (page) => head(page).getByRole('button', { name: 'Codebook' }).click();
const sheet = (page) => page.getByRole('article');

const coder = { id: '5a3b1c9e-0d4f-4a6b-8c2d-1e7f90a1b2c3', label: 'Student 7' };

// The starter whose accusations are so many, all made under an older definition and without what is required.
function crowded(file, number) {
  const [document] = file.documents;
  const text = Array.from(document.text);
  const accusation = file.codebook.tags.find((tag) => tag.name === 'accusation');
  const claim = file.codebook.tags.find((tag) => tag.name === 'claim');
  accusation.revision = 2;
  claim.attributes[0].required = true;
  const one = (at) => ({
    id: `0a99a110-0000-4000-8000-${String(at).padStart(12, '0')}`,
    document: document.id,
    tag: accusation.id,
    tag_revision: 1,
    coder: coder.id,
    target: {
      ranges: [{
        start: at, end: at + 5, quote: text.slice(at, at + 5).join(''),
        prefix: text.slice(Math.max(0, at - 32), at).join(''), suffix: text.slice(at + 5, at + 37).join(''),
      }],
    },
    values: {}, certainty: null, note: '', created: '2020-10-05T09:00:00.000Z', modified: '2020-10-05T09:00:00.000Z', rev: 1, lamport: at + 1,
  });
  return { ...file, coders: [coder], annotations: Array.from({ length: number }, (_, at) => one(at)) };
}

test('of a long list more is shown until all stands there', async ({ app: page }) => {
  await importFiles(page, json('crowded.glossator.json', crowded(await project(page), 620)));
  await expect(foot(page)).toContainText('620 annotations');
  await codebook(page);
  await page.getByRole('button', { name: 'Show 620 breaches' }).click();
  const breaches = sheet(page).getByRole('listitem');
  await expect(breaches).toHaveCount(300);
  await expect(sheet(page).locator('.more')).toContainText('300 of 620 are listed.');
  await sheet(page).getByRole('button', { name: 'Show 300 more' }).click();
  await expect(breaches.nth(300).getByRole('button')).toBeFocused();
  await sheet(page).getByRole('button', { name: 'Show 20 more' }).click();
  await expect(breaches).toHaveCount(620);
  await expect(sheet(page).locator('.more')).toHaveCount(0);

  await page.getByRole('button', { name: 'Work them through' }).click();
  await expect(sheet(page).getByRole('listitem')).toHaveCount(200);
  await expect(sheet(page)).toContainText('It is defined as it was then.');
  for (const number of [200, 200, 20]) await sheet(page).getByRole('button', { name: `Show ${number} more` }).click();
  await expect(sheet(page).getByRole('listitem')).toHaveCount(620);

  await tagButton(page, 'accusation').click();
  await sheet(page).getByRole('button', { name: 'Split…' }).click();
  const asked = dialog(page, 'Split “accusation”');
  await asked.getByRole('radio', { name: 'One by one' }).check();
  await asked.getByRole('textbox', { name: 'Tag of part 1' }).fill('first');
  const selects = asked.locator('.passages').getByRole('combobox');
  await expect(selects).toHaveCount(500);
  await asked.getByRole('button', { name: 'Show 120 more' }).click();
  await expect(selects.nth(500)).toBeFocused();
  await selects.last().selectOption({ label: 'first' });
  await expect(asked.getByRole('status')).toContainText('This touches 1 annotation');
  await asked.getByRole('button', { name: 'Split', exact: true }).click();
  await noDialog(page);
  await expect(tagButton(page, 'first')).toHaveAccessibleName(/1 annotation/);
});

test('a passage is looked at before it is decided, and a part can be taken away again', async ({ app: page }) => {
  await tag(page, 'the Geneva Convention of 1949', '5');
  await tag(page, 'international conventions', '5');
  await codebook(page);
  await tagButton(page, 'legal reference').click();
  await page.keyboard.press('s');
  const asked = dialog(page, 'Split “legal reference”');
  const part = (number) => asked.getByRole('textbox', { name: `Tag of part ${number}` });
  await asked.getByRole('radio', { name: 'One by one' }).check();
  await expect(asked.getByRole('button', { name: /^Remove part/ })).toHaveCount(0);
  await part(1).fill('old');
  for (const number of [2, 3]) {
    await asked.getByRole('button', { name: '+ part' }).click();
    await expect(part(number)).toBeFocused();
    await page.keyboard.type(`new ${number}`);
  }
  const passage = asked.getByRole('listitem').filter({ hasText: 'international conventions' });
  await expect(passage).toContainText('Appeal of 292 NGOs');
  const look = passage.getByRole('button', { name: '“international conventions” in its text' });
  await look.click();
  await expect(look).toHaveAttribute('aria-expanded', 'true');
  await expect(passage.getByRole('mark')).toHaveText('international conventions');
  await expect(passage.locator('.around')).toContainText('Armenia');
  await passage.getByRole('combobox').selectOption({ label: 'new 2' });
  await expect(asked.getByRole('status')).toContainText('This touches 1 annotation');

  await asked.getByRole('button', { name: 'Remove part 2' }).click();
  await expect(part(3)).toBeFocused();
  await expect(part(2)).toHaveCount(0);
  await expect(passage.getByRole('combobox')).toHaveValue('');
  await passage.getByRole('combobox').selectOption({ label: 'new 3' });
  await asked.getByRole('button', { name: 'Split', exact: true }).click();
  await noDialog(page);
  await expect(tagButton(page, 'new 3')).toHaveAccessibleName(/1 annotation/);
});
