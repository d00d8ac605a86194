import type { Page } from '@playwright/test';

// What somebody at the desk does, by the names the screens show. The demo and the journeys
// share it.

export type Facility = {
  readonly name: string;
  readonly country: string;
  readonly displayName: string;
  readonly signInName: string;
  readonly password: string;
};

export async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
}

export async function seeHeading(page: Page, name: string): Promise<void> {
  try {
    await page.getByRole('heading', { level: 1, name }).waitFor();
  } catch (error) {
    throw new Error(`No heading "${name}". Instead: ${await describe(page)}`, { cause: error });
  }
}

/** What a page shows, for the reader of a failure; a page that does not answer is said to be silent. */
async function describe(page: Page): Promise<string> {
  const silence = new Promise<string>((resolve) =>
    setTimeout(() => resolve('a page that does not answer'), 5_000),
  );
  const seen = page.evaluate(
    () => `${location.href} ${document.visibilityState}: ${document.body.innerText}`,
  );
  return Promise.race([seen.catch(String), silence]);
}

/** Chooses an answer of a question, as a click on its words does. */
export async function choose(page: Page, question: string | RegExp, answer: string): Promise<void> {
  const group = page.getByRole('group', { name: question });
  await group.getByRole('radio', { name: answer, exact: true }).check();
}

/** From the first screen to the visits: the place, its lead, and recovery sheets that work. */
export async function setUp(
  page: Page,
  facility: Facility,
  at: (screen: string) => Promise<void>,
): Promise<void> {
  await setUpPlace(page, facility, at);
  await makeSheets(page, at);
  await seeHeading(page, 'Visits');
}

/** The same up to the question for recovery sheets. */
export async function setUpPlace(
  page: Page,
  facility: Facility,
  at: (screen: string) => Promise<void>,
): Promise<void> {
  await seeHeading(page, 'Set up: your place of work');
  await page.getByLabel('Name of this place').fill(facility.name);
  await choose(page, 'Country', facility.country);
  await at('set-up-place');
  await press(page, 'Continue');
  await seeHeading(page, 'Set up: languages of sheets');
  await press(page, 'Choose all');
  await at('set-up-languages');
  await press(page, 'Continue');
  await page.getByLabel('Your first name').fill(facility.displayName);
  await page.getByLabel('Sign-in name').fill(facility.signInName);
  await at('set-up-lead');
  await press(page, 'Continue');
  await page.getByLabel('Password', { exact: true }).fill(facility.password);
  await page.getByLabel('The same password again').fill(facility.password);
  await at('set-up-password');
  await press(page, 'Finish');
  await choosePin(page, at);
}

/** Three recovery sheets by hand, as in a place without a printer, and the drill. */
export async function makeSheets(
  page: Page,
  at: (screen: string) => Promise<void> = async () => {},
): Promise<readonly string[]> {
  await seeHeading(page, 'Three recovery sheets');
  await at('recovery-sheets');
  await press(page, 'Write them by hand');
  const sheets: string[] = [];
  for (const number of [1, 2, 3]) {
    await seeHeading(page, `Write down sheet ${number} of 3`);
    if (number === 1) await at('recovery-writing');
    sheets.push((await page.locator('.share-words li').allInnerTexts()).join(' '));
    await press(page, number === 3 ? 'All three are written' : 'Next sheet');
  }
  await typeSheets(page, sheets[2] ?? '', sheets[0] ?? '');
  await at('recovery-trying');
  await press(page, 'Try them');
  await seeHeading(page, 'The sheets work');
  await at('recovery-done');
  await press(page, 'Go on');
  return sheets;
}

export async function typeSheets(page: Page, first: string, second: string): Promise<void> {
  await page.getByLabel('The 15 words of one sheet').fill(first);
  await page.getByLabel('The 15 words of another sheet').fill(second);
}

/** What leaves the cover in every session of the tests. */
export const pin = '2846';

async function choosePin(page: Page, at: (screen: string) => Promise<void>): Promise<void> {
  await seeHeading(page, 'Choose a PIN for now');
  await at('pin');
  await page.getByLabel('PIN, 4 to 6 digits').fill(pin);
  await press(page, 'Continue');
}

export async function signIn(page: Page, signInName: string, password: string): Promise<void> {
  await page.getByLabel('Sign-in name').fill(signInName);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await press(page, 'Sign in');
  const question = page.getByRole('heading', { level: 1, name: 'Choose a PIN for now' });
  await question.or(page.getByRole('alert')).waitFor();
  if (await question.isVisible()) await choosePin(page, async () => {});
}

/** Allows sheets to be saved into a folder, as the safeguarding lead does on screen. */
export async function allowSaving(
  page: Page,
  folder: string,
  at: (screen: string) => Promise<void>,
): Promise<void> {
  await openRoom(page, 'Saved sheets');
  await page.getByRole('radio', { name: 'Yes, into one folder' }).check();
  await page.getByLabel('Folder', { exact: true }).fill(folder);
  await at('rules');
  await press(page, 'Keep this rule');
  await seeHeading(page, 'This place');
  await press(page, 'Back');
  await seeHeading(page, 'Visits');
}

/** From the home screen into one of the rooms of the place. */
export async function openRoom(page: Page, room: string): Promise<void> {
  await press(page, 'This place');
  await seeHeading(page, 'This place');
  await press(page, room);
}

/** Begins a visit and says that nobody else is there. */
export async function beginVisit(page: Page): Promise<void> {
  await press(page, 'Start a visit');
  await seeHeading(page, 'Is it just the two of you?');
  await press(page, 'Yes, just us');
  await seeHeading(page, 'Say this first');
}

/** Every step of a visit up to the decision, by its heading. */
export const headings = [
  'Say this first',
  'What may we call you?',
  'Who is in the room?',
  'Is there danger right now?',
  'How safe do you feel?',
  'What else bears on it?',
  'How pressing is it?',
  'How are things for you?',
  'What did you notice?',
  'How is the person?',
  'What do you need most?',
  'What can be done',
  'What does the person want now?',
] as const;

/**
 * Goes on from one step to another, with nothing more answered than what no visit can do
 * without.
 *
 * @param at is told each heading as its step comes up
 */
export async function goOnTo(
  page: Page,
  heading: (typeof headings)[number],
  at: (heading: string) => Promise<void> = async () => {},
): Promise<void> {
  const now = await page.getByRole('heading', { level: 1 }).innerText();
  const from = headings.findIndex((each) => each === now);
  for (const next of headings.slice(from + 1, headings.indexOf(heading) + 1)) {
    const threat = page.getByRole('group', { name: questions.threat });
    if ((await threat.isVisible()) && !(await threat.getByRole('radio', { checked: true }).count()))
      await choose(page, questions.threat, 'No');
    await goOn(page, next);
    await at(next);
  }
}

/** From the decision or what it led to, past the next appointment, to the sheets. */
export async function goOnToSheets(page: Page, heading = 'Sheets'): Promise<void> {
  const now = await page.getByRole('heading', { level: 1 }).innerText();
  if (/^What may .* be told\?$/.test(now)) await goOn(page, 'The first call');
  await goOn(page, 'A plan for the days to come');
  await goOn(page, 'An ordinary next appointment');
  await goOn(page, 'How can we reach you safely?');
  await goOn(page, 'What goes into the ordinary record?');
  await goOn(page, heading);
}

export const questions = {
  threat: /threatening you/,
  tonight: /sleep tonight/,
} as const;

export async function goOn(page: Page, nextHeading: string): Promise<void> {
  await press(page, 'Continue');
  await seeHeading(page, nextHeading);
}

/** Closes the visit at its sheets and leaves the page for the member that comes after it. */
export async function closeVisit(page: Page): Promise<void> {
  await press(page, 'Close the visit');
  await seeHeading(page, 'And you?');
  await press(page, 'Done');
  await seeHeading(page, 'Visits');
}

/** The shortest way to a referral sheet with two agreed items on it. */
export async function toReferralSheets(
  page: Page,
  person: { readonly alias: string; readonly safeContact: string },
): Promise<void> {
  await beginVisit(page);
  await goOnTo(page, 'What may we call you?');
  await page.getByLabel('A name to use').fill(person.alias);
  await goOnTo(page, 'What does the person want now?');
  await page.getByRole('radio', { name: 'To be put in touch with a helper' }).check();
  await toConsent(page);
  await page.getByRole('checkbox', { name: 'Name to use' }).check();
  await page.getByRole('checkbox', { name: 'Safe ways to get in touch' }).check();
  await page.getByRole('textbox', { name: 'Safe ways to get in touch' }).fill(person.safeContact);
  await goOnToSheets(page);
  await page.getByRole('region', { name: 'For the helper' }).locator('article').waitFor();
}

/** From the wish to be put in touch to the question what may be passed on, with everything explained. */
export async function toConsent(
  page: Page,
  at: (screen: string) => Promise<void> = async () => {},
  helper = 'Nollalinja',
): Promise<void> {
  await goOn(page, 'Who decides?');
  await at('deciding');
  await goOn(page, 'Which helper?');
  await page.getByRole('radio', { name: helper }).check();
  await at('helper');
  await goOn(page, `What ${helper} would change`);
  await press(page, 'All of this was explained and understood');
  await at('explaining');
  await goOn(page, `What may ${helper} be told?`);
}
