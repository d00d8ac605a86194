import { err, ok, type Result } from '#core/base/result.ts';
import { dayHere } from '#core/domain/calendar-date.ts';
import * as channels from '#core/ipc/update-channels.ts';
import { ofFullSheet, saysSubject } from '#core/pack/check-discreet.ts';
import { type Correction, mayStand } from '#core/pack/correction.ts';
import { comparePacks } from '#core/pack/pack-changes.ts';
import { compareVersions, type TakenPack, type TrustedKey } from '#core/pack/pack-origin.ts';
import { type Pack, ShippedPack, unpacked } from '#core/pack/pack.ts';
import {
  type JudgedUpdate,
  judgeUpdate,
  readSigner,
  type UpdateProblem,
} from '../packs/judge-update.ts';
import { findOnSticks } from '../platform/sticks.ts';
import { readLocal, writeLocal } from '../vault/repositories/local-content.ts';
import { changeContent } from './change-content.ts';
import type { Desk } from './desk.ts';
import { correctionList, keyList, takenList } from './pack-keeper.ts';
import { type Route, serve } from './serve.ts';

/** How the files are called that `npm run sign-pack` writes. */
const updateEnding = '.quietroom-pack';

/** The content of this place: which pack is in force, whose packs are taken, what it says in its own words. */
export function updateRoutes(desk: Desk): readonly Route[] {
  const isLead = () => desk.session().member.role === 'safeguarding-lead';
  const database = () => desk.session().database;
  const today = () => dayHere(desk.clock.now());

  function versionOf({ manifest: { version, date }, origin }: Pack) {
    return { version, date, origin };
  }

  /** What is in force, without anything that the place put in its own words. */
  function inForce(): Pack {
    desk.packs.settle(desk.session());
    const [taken] = readLocal(database(), takenList);
    const { origin } = desk.packs.plain();
    return origin.kind === 'update' && taken !== undefined
      ? (packOf(taken) ?? desk.packs.builtIn())
      : desk.packs.builtIn();
  }

  /** Where going back leads: the update before, while its key is trusted, or what shipped. */
  function before(): Pack | undefined {
    if (inForce().origin.kind === 'built-in') return undefined;
    const [, earlier] = readLocal(database(), takenList);
    const builtIn = desk.packs.builtIn();
    const isUsable =
      earlier !== undefined &&
      readLocal(database(), keyList).some(({ publicKey }) => publicKey === earlier.publicKey) &&
      compareVersions(earlier.version, builtIn.manifest.version) > 0;
    return isUsable ? (packOf(earlier) ?? builtIn) : builtIn;
  }

  function change<Value>(settings: readonly string[], write: () => Value) {
    return changeContent(desk, settings, write);
  }

  function judge(path: string): Promise<Result<JudgedUpdate, UpdateProblem>> {
    const about = {
      keys: readLocal(database(), keyList),
      inForce: inForce().manifest,
      clock: desk.clock,
    };
    return judgeUpdate(path, about);
  }

  return [
    serve(channels.readShelf, 'unlocked', () => {
      if (!isLead()) return err({ kind: 'NotAllowed' });
      const earlier = before();
      return ok({
        inForce: versionOf(inForce()),
        before: earlier === undefined ? null : versionOf(earlier),
        keys: readLocal(database(), keyList),
        corrections: readLocal(database(), correctionList),
      });
    }),

    serve(channels.findUpdates, 'unlocked', () =>
      isLead() ? ok([...findOnSticks(updateEnding)]) : err({ kind: 'NotAllowed' }),
    ),

    serve(channels.trustKey, 'unlocked', ({ path, fingerprint, holder }) => {
      if (!isLead()) return err({ kind: 'NotAllowed' });
      const signer = readSigner(path);
      if (!signer.ok) return signer;
      if (plainHex(fingerprint) !== plainHex(signer.value.fingerprint))
        return err({ kind: 'FingerprintDiffers' });
      if (saysSubject(holder)) return err({ kind: 'NamesSubject' });
      const key: TrustedKey = { ...signer.value, holder, trustedOn: today() };
      return change(['pack-key-trusted'], () => {
        const others = readLocal(database(), keyList).filter(
          ({ publicKey }) => publicKey !== key.publicKey,
        );
        writeLocal(database(), keyList, [...others, key]);
        return key;
      });
    }),

    serve(channels.distrustKey, 'unlocked', ({ publicKey }) => {
      if (!isLead()) return err({ kind: 'NotAllowed' });
      return change(['pack-key-distrusted'], () => {
        const kept = readLocal(database(), keyList).filter((key) => key.publicKey !== publicKey);
        writeLocal(database(), keyList, kept);
        return null;
      });
    }),

    serve(channels.inspectUpdate, 'unlocked', async ({ path }) => {
      if (!isLead()) return err({ kind: 'NotAllowed' });
      const now = inForce();
      const judged = await judge(path);
      if (!judged.ok) return faultOf(judged.error);
      const { shipped, digest, fingerprint } = judged.value;
      const { version, date } = shipped.manifest;
      const changes = comparePacks(now, unpacked(shipped));
      return ok({ version, date, signedBy: fingerprint, digest, changes });
    }),

    serve(channels.takeUpdate, 'unlocked', async ({ path, digest }) => {
      if (!isLead()) return err({ kind: 'NotAllowed' });
      const mine = desk.session();
      const judged = await judge(path);
      if (desk.vault.state().kind !== 'open' || desk.session() !== mine)
        return err({ kind: 'NotAllowed' });
      if (!judged.ok) return faultOf(judged.error);
      if (judged.value.digest !== digest) return err({ kind: 'FileChanged' });
      const { shipped, publicKey, fingerprint } = judged.value;
      const { version } = shipped.manifest;
      const taken: TakenPack = {
        version,
        publicKey,
        fingerprint,
        takenOn: today(),
        shipped: JSON.stringify(shipped),
      };
      const isUpdated = inForce().origin.kind === 'update';
      return change(['pack', version], () => {
        const [last] = readLocal(database(), takenList);
        const earlier = isUpdated && last !== undefined ? [last] : [];
        writeLocal(database(), takenList, [taken, ...earlier]);
        return {
          version,
          date: shipped.manifest.date,
          origin: { kind: 'update' as const, fingerprint, takenOn: taken.takenOn },
        };
      });
    }),

    serve(channels.goBack, 'unlocked', () => {
      if (!isLead()) return err({ kind: 'NotAllowed' });
      const earlier = before();
      if (earlier === undefined) return err({ kind: 'NothingBefore' });
      return change(['pack', earlier.manifest.version], () => {
        writeLocal(database(), takenList, readLocal(database(), takenList).slice(1));
        return versionOf(earlier);
      });
    }),

    serve(channels.proposeCorrection, 'unlocked', ({ target, text }) => {
      const { member } = desk.session();
      if (member.role === 'administrator') return err({ kind: 'NotAllowed' });
      if (!mayStand(inForce(), { target, text })) return err({ kind: 'CorrectionUnfit' });
      if (!ofFullSheet.test(target.id) && saysSubject(text)) return err({ kind: 'NamesSubject' });
      const correction: Correction = {
        id: desk.ids.next(),
        target,
        text,
        proposedBy: member.id,
        proposedOn: today(),
        confirmed: null,
      };
      return change(['content-proposed'], () => {
        const list = readLocal(database(), correctionList);
        writeLocal(database(), correctionList, [...list, correction]);
        return correction;
      });
    }),

    serve(channels.settleCorrection, 'unlocked', ({ id, as }) => {
      if (!isLead()) return err({ kind: 'NotAllowed' });
      const list = readLocal(database(), correctionList);
      if (!list.some((each) => each.id === id)) return err({ kind: 'CorrectionUnknown' });
      const confirmed = { by: desk.session().member.id, on: today() };
      return change([`content-${as}`], () => {
        const next =
          as === 'removed'
            ? list.filter((each) => each.id !== id)
            : list.map((each) => (each.id === id ? { ...each, confirmed } : each));
        writeLocal(database(), correctionList, next);
        return null;
      });
    }),
  ];
}

function packOf({ shipped, fingerprint, takenOn }: TakenPack): Pack | undefined {
  const read = ShippedPack.safeParse(JSON.parse(shipped));
  const origin = { kind: 'update' as const, fingerprint, takenOn };
  return read.success ? { ...unpacked(read.data), origin } : undefined;
}

function plainHex(fingerprint: string): string {
  return fingerprint.toLowerCase().replaceAll(/[^\da-f]/g, '');
}

/** As it crosses to the page. */
function faultOf(problem: UpdateProblem) {
  return problem.kind === 'PackFaulty'
    ? err({ ...problem, places: problem.places.map((place) => ({ ...place })) })
    : err(problem);
}
