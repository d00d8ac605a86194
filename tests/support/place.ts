import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { JurisdictionId } from '#core/domain/facility.ts';
import { emptyDraft, type EncounterId, type VisitDraft } from '#core/domain/encounter.ts';
import { LanguageTag } from '#core/domain/language.ts';
import { noDangerAsked } from '#core/domain/safety.ts';
import { DisplayName, SignInName } from '#core/domain/staff.ts';
import {
  armGate,
  closeEncounter,
  confirmAlone,
  saveDraft,
  startEncounter,
} from '#core/ipc/encounter-channels.ts';
import { isDraftLanguage } from '#core/pack/offered-languages.ts';
import { sessionOf } from '../../build/bench/bench-vault.ts';
import { provenSheets } from '../../build/bench/recovery-sheets.ts';
import { vaultFolder } from '../../electron/platform/profile.ts';
import { createIdSource, systemClock } from '../../electron/platform/system.ts';
import { standardCost } from '../../electron/vault/keys.ts';
import { createVault } from '../../electron/vault/vault.ts';
import { askerOf } from './ask.ts';
import { basePack } from './core.ts';
import { launch, type Running, type Settings } from './launch.ts';
import { facility } from './people.ts';
import * as walk from './walk.ts';

// A place that is set up, for journeys that are about something else. The vault itself makes it,
// once for all journeys of a run, and each gets a copy of its own; walk.setUp makes the same by hand.

let place: Promise<string> | undefined;

/** Starts the application in a place of its own, with its lead signed in, at the list of visits. */
export async function launchAtPlace(profile: string, settings?: Settings): Promise<Running> {
  const running = await launchLocked(profile, settings);
  await walk.signIn(running.page(), facility.signInName, facility.password);
  await walk.seeHeading(running.page(), 'Visits');
  return running;
}

/** The same with nobody signed in. */
export async function launchLocked(profile: string, settings?: Settings): Promise<Running> {
  place ??= makePlace();
  cpSync(await place, profile, { recursive: true });
  return launch(profile, settings);
}

/** @returns its profile */
async function makePlace(): Promise<string> {
  const profile = mkdtempSync(join(tmpdir(), 'quietroom-place-'));
  process.once('exit', () => rmSync(profile, { recursive: true, force: true }));
  const folder = join(profile, vaultFolder);
  const vault = createVault(folder, systemClock, createIdSource(systemClock), standardCost);
  const pack = basePack();
  const languages = pack.manifest.languages.map(({ tag }) => tag);
  const made = await vault.setUp({
    facility: {
      name: facility.name,
      jurisdiction: JurisdictionId.parse('fi'),
      enabledDrafts: languages.filter((tag) => isDraftLanguage(pack, tag)),
    },
    displayName: DisplayName.parse(facility.displayName),
    signInName: SignInName.parse(facility.signInName),
    password: facility.password,
  });
  if (!made.ok) throw new Error(`The place is not set up: ${JSON.stringify(made.error)}`);
  await provenSheets(sessionOf(vault), folder);
  vault.lock();
  return profile;
}

/**
 * From the list and back to it: a visit with these answers was held and closed, by the calls that
 * the screens make.
 */
export async function holdVisit(running: Running, answers: Partial<VisitDraft>): Promise<void> {
  const id = await beginWith(running, answers);
  await askerOf(running.page)(closeEncounter, { id });
  await seeListAnew(running.page());
}

/** The one answer that every step after the danger needs. */
export const noThreat = { ...noDangerAsked, threatNow: 'no' } as const;

/** From the list into a visit in which this was answered, at the step that `answers` names. */
export async function openVisitAt(running: Running, answers: Partial<VisitDraft>): Promise<void> {
  await beginWith(running, answers);
  await askerOf(running.page)(armGate, null);
  const page = running.page();
  await seeListAnew(page);
  await page.getByRole('button', { name: 'Go on', exact: true }).first().click();
  await walk.press(page, 'Yes, just us');
  await page.locator('.always').waitFor();
}

async function beginWith(running: Running, answers: Partial<VisitDraft>): Promise<EncounterId> {
  const ask = askerOf(running.page);
  const { id } = await ask(startEncounter, null);
  await ask(confirmAlone, { id });
  await ask(saveDraft, { id, draft: { ...emptyDraft(LanguageTag.parse('en')), ...answers } });
  return id;
}

/** The list as it is now; it is read when it comes up. */
async function seeListAnew(page: Page): Promise<void> {
  await walk.press(page, 'This place');
  await walk.press(page, 'Back');
  await walk.seeHeading(page, 'Visits');
}
