import type { Running } from './launch.ts';
import * as walk from './walk.ts';

/** A clinician beside the lead, with words of their own. */
export const colleague = {
  displayName: 'Ombrellino',
  signInName: 'ombrellino-vane',
  password: 'pelican brocade fourteen sump',
} as const;

/** The lead says who comes and hands over the keyboard; it is locked when the newcomer has finished. */
export async function addColleague(running: Running): Promise<void> {
  const page = running.page();
  await walk.openRoom(page, 'People');
  await walk.press(page, 'Add somebody');
  await page.getByLabel('Their first name').fill(colleague.displayName);
  await walk.press(page, 'Hand over the keyboard');
  await page.getByLabel('Sign-in name').fill(colleague.signInName);
  await page.getByLabel('New password').fill(colleague.password);
  await page.getByLabel('The same password again').fill(colleague.password);
  await running.replaced(() => walk.press(page, 'Finish'));
}

/** From the first screen: the case with this name may be read by the colleague too. */
export async function shareWithColleague({ page }: Running, alias: string): Promise<void> {
  await walk.press(page(), 'Find a visit');
  await walk.press(page(), 'Yes, only staff');
  await page().getByLabel('Name').fill(alias);
  await page().getByText('1 found').waitFor();
  await walk.press(page(), 'Look back');
  await walk.press(page(), 'Who may read it');
  await page().getByRole('radio', { name: colleague.displayName }).check();
  await walk.press(page(), 'Share it');
  await page()
    .getByRole('button', { name: `Take back from ${colleague.displayName}` })
    .waitFor();
}

/** Locks, and somebody else signs in. */
export async function changeOver(
  running: Running,
  { signInName, password }: { readonly signInName: string; readonly password: string },
): Promise<void> {
  await running.replaced(() => walk.press(running.page(), 'Lock'));
  await walk.signIn(running.page(), signInName, password);
  await walk.seeHeading(running.page(), 'Visits');
}
