import { err, ok, type Result } from '#core/base/result.ts';
import { dayHere } from '#core/domain/calendar-date.ts';
import { dropWording, keepWording, readWordings } from '#core/ipc/instrument-channels.ts';
import { saysSubject } from '#core/pack/check-discreet.ts';
import type { InstrumentWording } from '#core/pack/instrument.ts';
import { appendAudit } from '../vault/audit-log.ts';
import { commitIfRoom } from '../vault/database.ts';
import { readLocal, writeLocal } from '../vault/repositories/local-content.ts';
import type { Desk } from './desk.ts';
import { wordingList } from './local-lists.ts';
import { type Route, serve } from './serve.ts';

/** The wording of published instruments, which belongs to others: a place with a licence brings it in. */
export function instrumentRoutes(desk: Desk): readonly Route[] {
  const isLead = () => desk.session().member.role === 'safeguarding-lead';
  const read = () => readLocal(desk.session().database, wordingList);

  function write<Value>(
    next: readonly InstrumentWording[],
    value: Value,
  ): Result<Value, { readonly kind: 'DiskFull' }> {
    const session = desk.session();
    return commitIfRoom(session.database, () => {
      writeLocal(session.database, wordingList, [...next]);
      appendAudit(session, { kind: 'setting-changed', settings: ['instrument-wording'] });
      return value;
    });
  }

  return [
    serve(readWordings, 'unlocked', () => ok(read())),

    serve(keepWording, 'unlocked', (request) => {
      if (!isLead()) return err({ kind: 'NotAllowed' });
      const instrument = desk.pack().instruments.find(({ id }) => id === request.instrument);
      if (instrument === undefined) return err({ kind: 'InstrumentUnknown' });
      const [expected, given] = [instrument.items, request.questions.length];
      if (expected !== given) return err({ kind: 'QuestionsMiscounted', expected, given });
      const { licence, questions } = request;
      if (saysSubject([licence, questions])) return err({ kind: 'NamesSubject' });
      const wording: InstrumentWording = {
        ...request,
        importedOn: dayHere(desk.clock.now()),
        importedBy: desk.session().member.id,
      };
      const others = read().filter((each) => each.instrument !== wording.instrument);
      return write([...others, wording], wording);
    }),

    serve(dropWording, 'unlocked', ({ instrument }) => {
      if (!isLead()) return err({ kind: 'NotAllowed' });
      const kept = read().filter((each) => each.instrument !== instrument);
      if (kept.length === read().length) return err({ kind: 'InstrumentUnknown' });
      return write(kept, null);
    }),
  ];
}
