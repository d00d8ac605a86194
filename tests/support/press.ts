import { ok } from '#core/base/result.ts';
import type { Press } from '../../electron/routes/press.ts';

/** A press whose printer takes everything at once, for tests that are not about printing. */
export function readyPress(draw: Press['draw']): Press {
  let jobs = 0;
  return {
    draw,
    printers: async () => [{ name: 'tray', isDefault: true, problem: null }],
    async send() {
      jobs += 1;
      return ok({ id: `tray-${jobs}`, printer: 'tray' });
    },
    look: async () => ({ kind: 'printed' }),
    takeBack: async () => {},
  };
}
