// The newcomer's tour and a check at once: drives the real application by the names on its
// screens, through a visit with a made-up person, and leaves sheets, screen pictures, the
// profile as it lies on disk, and a report.
import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import { startQueue } from '../support/queue.ts';
import { launch, type Running } from '../support/launch.ts';
import { basePack } from '../support/core.ts';
import { countPages } from '../support/pdf.ts';
import { typedInVisits } from '../sheets/made-up-visits.ts';
import * as walk from '../support/walk.ts';
import { type FiledSheet, makeAllPapers, sheetKinds } from './all-papers.ts';

const { values: words } = parseArgs({
  options: {
    out: { type: 'string' },
    languages: { type: 'string', default: 'en,ar,ti' },
    alias: { type: 'string', default: 'Zumbrel Quathe' },
  },
});
if (words.out === undefined) {
  console.error('Usage: npm run demo -- --out DIR [--languages en,ar,ti] [--alias NAME]');
  process.exit(2);
}

const out = resolve(words.out);
const folders = {
  sheets: join(out, 'sheets'),
  screens: join(out, 'screens'),
  profile: join(out, 'profile'),
};
const languages = words.languages.split(',').map((tag) => tag.trim());

/** Unlikely words, so that looking for them on the disk means something. */
const made = {
  place: 'Vellmarquist Clinic',
  lead: 'Ottiwell',
  signInName: 'ottiwell-brask',
  password: 'plimsoll ravine quartet umbrage',
  number: 'TLK 571-3302',
  alias: words.alias,
  ownWords: 'They count my steps to the plumbago gate.',
  otherSign: 'A grommeted lanyard that is never taken off.',
  safeContact: 'Tuesdays after vespertine, ask about the zither lesson.',
  codeWord: 'zwetschgen',
};
const typed: string[] = [...Object.values(made), ...typedInVisits];

/** What the person may hold instead of the information sheet, and what it is called in the report. */
const smallForms = {
  bilingual: 'bilingual-sheet',
  full: 'person-full',
  card: 'pocket-card',
  slip: 'disguised-slip',
  'follow-up': 'follow-up-slip',
  memorise: 'memorise-aid',
} as const;

type Step = { readonly name: string; readonly ms: number };
const steps: Step[] = [];
const sheets: FiledSheet[] = [];

for (const folder of Object.values(folders)) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}

const place = join(out, 'printer');
const queue = await startQueue(place);
const running = await timed('start', () => launch(folders.profile, { env: queue.env }));
const versions = await readVersions(running);
try {
  await timed('set-up', () =>
    walk.setUp(
      running.page(),
      { ...made, name: made.place, country: 'Finland', displayName: made.lead },
      picture,
    ),
  );
  await picture('visits');
  await timed('rules', async () => {
    await walk.allowSaving(running.page(), saveFolder(), picture);
    await nameByNumber(running.page());
  });
  await timed('first visit: referral', holdReferral);
  await timed('second visit: nothing now', holdRefusal);
  await timed('every paper of the house', async () => {
    sheets.push(...(await makeAllPapers({ running, queue, saved: saveFolder() }, folders.sheets)));
  });
  await timed('lock', async () => {
    await running.replaced(() => walk.press(running.page(), 'Lock'));
    await walk.seeHeading(running.page(), 'Sign in');
    await picture('locked');
  });
  await timed('reading without signing in', async () => {
    const page = running.page();
    await walk.press(page, 'Reading for staff');
    await picture('reading-question');
    await walk.press(page, 'No, go on');
    await page.getByLabel('What are you looking for?').fill('alone');
    await page.locator('details').first().waitFor();
    await picture('reading-find');
    await walk.press(page, 'Point and answer');
    await page.getByLabel('Language of the person').selectOption('ar');
    await picture('reading-point');
    await walk.press(page, 'Numbers');
    await picture('reading-numbers');
    await walk.press(page, 'Back');
    await walk.seeHeading(page, 'Sign in');
  });
  await timed('wrong password', async () => {
    await walk.signIn(running.page(), made.signInName, 'not the right words at all');
    await running.page().getByRole('alert').waitFor();
    await picture('wrong-password');
  });
  await timed('unlock', async () => {
    await walk.signIn(running.page(), made.signInName, made.password);
    await walk.seeHeading(running.page(), 'Visits');
    await picture('visits-after-unlock');
  });
} finally {
  await running.close();
  queue.stop();
}
for (const folder of [saveFolder(), place]) rmSync(folder, { recursive: true, force: true });

const kinds = new Set(sheets.map(({ kind }) => kind));
const unmade = sheetKinds.filter((kind) => !kinds.has(kind));
const spoken = new Set<string>(sheets.map(({ language }) => language));
const unspoken = basePack().manifest.languages.filter(({ tag }) => !spoken.has(tag));
const ok = running.complaints.length === 0 && unmade.length === 0 && unspoken.length === 0;
if (unmade.length + unspoken.length > 0) console.error('Not made:', unmade, unspoken);
if (!ok) console.error('The pages complained:', running.complaints);
writeFileSync(
  join(out, 'report.json'),
  `${JSON.stringify({ ok, versions, steps, typed, sheets }, null, 2)}\n`,
);
console.log(
  `${sheets.length} sheets and ${readdirSync(folders.screens).length} screen pictures in ${out}`,
);
process.exit(ok ? 0 : 1);

/** On papers for helpers the lead is named by a number of the profession, and not by name. */
async function nameByNumber(page: Page): Promise<void> {
  await walk.openRoom(page, 'Staff on papers');
  await page.getByLabel(made.lead).fill(made.number);
  await picture('staff-on-papers');
  await walk.press(page, 'Keep this');
  await walk.seeHeading(page, 'This place');
  await walk.press(page, 'Back');
  await walk.seeHeading(page, 'Visits');
}

async function holdReferral(): Promise<void> {
  const page = running.page();
  await walk.press(page, 'Start a visit');
  await walk.seeHeading(page, 'Is it just the two of you?');
  await picture('alone');
  await walk.press(page, 'Not yet');
  await walk.choose(page, 'Came today', 'With somebody');
  await picture('with-company');
  await walk.press(page, 'Yes, just us');
  await walk.seeHeading(page, 'Say this first');
  await page.getByLabel('Language that is safe to use here').selectOption('ti');
  await walk.choose(page, 'Was this told?', 'Said');
  await walk.choose(page, 'May we talk about how things are for you?', 'Yes');
  await walk.choose(page, 'May I write it down?', 'Yes');
  await picture('opening');
  await walk.goOnTo(page, 'What may we call you?');
  await page.getByLabel('A name to use').fill(made.alias);
  await picture('person');
  await walk.goOnTo(page, 'Who is in the room?');
  await walk.choose(page, 'A second colleague', 'Is here');
  await walk.choose(page, 'An interpreter', 'By telephone');
  await picture('in-the-room');
  await walk.goOnTo(page, 'Is there danger right now?');
  await walk.choose(page, walk.questions.threat, 'Yes');
  await walk.choose(page, walk.questions.tonight, 'Not sure');
  await picture('danger');
  await walk.goOn(page, 'How safe do you feel?');
  await page.getByRole('radio', { name: '“I am afraid”' }).check();
  await page.getByLabel('In their own words, if they want').fill(made.ownWords);
  await picture('own-view');
  await walk.goOnTo(page, 'What did you notice?', async (heading) => {
    if (heading === 'How are things for you?') await picture('talk');
  });
  await walk.choose(page, 'Someone else keeps their papers', 'Told');
  await walk.choose(page, 'They seem afraid, on guard or very anxious', 'Seen');
  await page.getByLabel('Something else').fill(made.otherSign);
  await picture('signs');
  await walk.goOnTo(page, 'How is the person?');
  await walk.choose(page, 'In their body', 'Unwell');
  await picture('condition');
  await walk.goOnTo(page, 'What do you need most?');
  await page.getByRole('checkbox', { name: 'A safe place to stay' }).check();
  await page.getByRole('checkbox', { name: 'An interpreter' }).check();
  await picture('needs');
  await walk.goOnTo(page, 'What can be done');
  await picture('options');
  await walk.goOnTo(page, 'What does the person want now?');
  await picture('decision');
  await page.getByRole('radio', { name: 'To be put in touch with a helper' }).check();
  await walk.toConsent(page, picture, 'National Assistance System, Finland');
  for (const item of [
    'Name to use',
    'Language to use',
    'Safe ways to get in touch',
    'What the person needs, in their own order',
    'How the person sees the danger',
  ]) {
    await page.getByRole('checkbox', { name: item }).check();
  }
  await page.getByRole('textbox', { name: 'Safe ways to get in touch' }).fill(made.safeContact);
  await picture('consent');
  await walk.goOn(page, 'The first call');
  await picture('first-call');
  await walk.goOn(page, 'A plan for the days to come');
  await picture('plan');
  await walk.goOn(page, 'An ordinary next appointment');
  await page.getByRole('radio', { name: 'In two weeks' }).check();
  await picture('next-appointment');
  await walk.goOn(page, 'How can we reach you safely?');
  await picture('safe-contact');
  await walk.goOn(page, 'What goes into the ordinary record?');
  await picture('record');
  await walk.goOn(page, 'Sheets');
  for (const language of languages) {
    await takeSheet('For the helper', { kind: 'referral', audience: 'agency', language });
  }
  for (const language of languages) {
    await takeSheet('For the person', { kind: 'person', audience: 'person', language });
  }
  const card = page.getByRole('region', { name: 'For the person' });
  const last = languages.at(-1) ?? 'en';
  for (const [form, kind] of Object.entries(smallForms)) {
    await card.getByLabel('What the person wants to take along').selectOption(form);
    if (form === 'card') await card.getByLabel('Code word').fill(made.codeWord);
    const audience = form === 'memorise' ? 'staff' : 'person';
    await takeSheet('For the person', { kind, audience, language: last });
  }
  await walk.closeVisit(page);
}

async function holdRefusal(): Promise<void> {
  const page = running.page();
  await walk.beginVisit(page);
  await walk.goOnTo(page, 'What does the person want now?');
  await page.getByRole('radio', { name: 'Nothing now' }).check();
  await walk.goOn(page, 'Would they like a number for later?');
  await page.getByRole('radio', { name: 'Learn a number by heart' }).check();
  await picture('hand-over');
  await walk.goOnToSheets(page, 'Before you part');
  await picture('by-heart');
  await walk.closeVisit(page);
}

/** Saves one sheet as the rule of the place allows, and files it under its own name. */
async function takeSheet(card: string, about: Omit<FiledSheet, 'file' | 'pages'>): Promise<void> {
  const section = running.page().getByRole('region', { name: card });
  await section.getByLabel('Language of this sheet').selectOption(about.language);
  await section.locator(`article[lang="${about.language}"]`).waitFor();
  await section.scrollIntoViewIfNeeded();
  await picture(`sheet-${about.kind}-${about.language}`);
  await section.getByRole('button', { name: 'Save as a file' }).click();
  await section.getByText(/^Saved as /).waitFor();
  const [saved] = readdirSync(saveFolder());
  if (saved === undefined) throw new Error('A sheet was said to be saved and is not there');
  const file = `${about.kind}-${about.language}.pdf`;
  copyFileSync(join(saveFolder(), saved), join(folders.sheets, file));
  rmSync(join(saveFolder(), saved));
  sheets.push({ ...about, file, pages: countPages(join(folders.sheets, file)) });
}

/** The folder the rule names; each saved sheet is moved from here to its own name. */
function saveFolder(): string {
  const folder = join(out, 'saved');
  mkdirSync(folder, { recursive: true });
  return folder;
}

async function picture(name: string): Promise<void> {
  const number = String(readdirSync(folders.screens).length + 1).padStart(2, '0');
  await running.page().screenshot({ path: join(folders.screens, `${number}-${name}.png`) });
}

async function timed<Value>(name: string, work: () => Promise<Value>): Promise<Value> {
  const before = performance.now();
  const value = await work();
  steps.push({ name, ms: Math.round(performance.now() - before) });
  return value;
}

async function readVersions({ app }: Running) {
  const { electron, chrome: chromium, node } = await app.evaluate(() => process.versions);
  const { Database } = await import('@signalapp/sqlcipher');
  const database = new Database(':memory:');
  const sqlcipher = database.pragma('cipher_version', { simple: true });
  database.close();
  return { electron, chromium, node, sqlcipher };
}
