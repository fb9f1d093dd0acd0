// What axe-core finds on a page, and what is wider than the window.

import AxeBuilder from '@axe-core/playwright';

/** Notes what is wrong with what the page shows, under the name of the screen. */
export const checker = (page, found) => async (screen) => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  for (const { id, nodes } of violations) for (const { target, failureSummary } of nodes) found.push(`${screen}: ${id}: ${target}: ${failureSummary}`);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wider > 0) found.push(`${screen}: ${wider} px wider than the window`);
};
