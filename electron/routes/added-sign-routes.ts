import { err, ok } from '#core/base/result.ts';
import { dayHere } from '#core/domain/calendar-date.ts';
import { proposeSign, readAddedSigns, settleSign } from '#core/ipc/added-sign-channels.ts';
import { type AddedSign, addedSignId, hasSign } from '#core/pack/added-sign.ts';
import { saysSubject } from '#core/pack/check-discreet.ts';
import { readLocal, writeLocal } from '../vault/repositories/local-content.ts';
import { changeContent } from './change-content.ts';
import type { Desk } from './desk.ts';
import { signList } from './pack-keeper.ts';
import { type Route, serve } from './serve.ts';

/** Signs that the place adds to the list, which is never complete (R4). */
export function addedSignRoutes(desk: Desk): readonly Route[] {
  const isLead = () => desk.session().member.role === 'safeguarding-lead';
  const database = () => desk.session().database;
  const today = () => dayHere(desk.clock.now());
  const read = () => readLocal(database(), signList);
  const write = (signs: readonly AddedSign[]) => writeLocal(database(), signList, [...signs]);

  return [
    serve(readAddedSigns, 'unlocked', () => (isLead() ? ok(read()) : err({ kind: 'NotAllowed' }))),

    serve(proposeSign, 'unlocked', ({ text, hint }) => {
      const { member } = desk.session();
      if (member.role === 'administrator') return err({ kind: 'NotAllowed' });
      const waiting = read().filter(({ confirmed }) => confirmed === null);
      if (hasSign([...desk.pack().indicators, ...waiting], text)) return err({ kind: 'SignKnown' });
      if (saysSubject([text, hint])) return err({ kind: 'NamesSubject' });
      const sign: AddedSign = {
        id: addedSignId(desk.ids.next()),
        text,
        hint,
        proposedBy: member.id,
        proposedOn: today(),
        confirmed: null,
        withdrawnOn: null,
      };
      return changeContent(desk, ['sign-proposed'], () => {
        write([...read(), sign]);
        return sign;
      });
    }),

    serve(settleSign, 'unlocked', ({ id, as }) => {
      if (!isLead()) return err({ kind: 'NotAllowed' });
      const signs = read();
      if (!signs.some((sign) => sign.id === id)) return err({ kind: 'SignUnknown' });
      const confirmed = { by: desk.session().member.id, on: today() };
      const settled = (sign: AddedSign): readonly AddedSign[] => {
        if (sign.id !== id) return [sign];
        if (as === 'confirmed') return [{ ...sign, confirmed, withdrawnOn: null }];
        return sign.confirmed === null ? [] : [{ ...sign, withdrawnOn: today() }];
      };
      return changeContent(desk, [`sign-${as}`], () => {
        write(signs.flatMap(settled));
        return null;
      });
    }),
  ];
}
