import { type Contact, dialled } from '#core/pack/contact-seed.ts';
import type { Jurisdiction } from '#core/pack/jurisdiction.ts';
import type { Block, Line, Picture, Sheet } from './sheet.ts';
import { notChecked } from './small-sheets.ts';
import type { Wording } from './wording.ts';

/**
 * The sheet a person may carry. It holds nothing about them, no name of a clinic and no
 * word of the subject, because whoever finds it reads it too (R139, C3).
 *
 * @param helper whose number stands on it, or undefined when the person wants no number
 */
export function composePersonSheet(
  wording: Wording,
  jurisdiction: Jurisdiction,
  helper: Contact | undefined,
): Sheet {
  const { line } = wording;
  const number = helper === undefined ? undefined : dialled(helper);
  const [emergency] = jurisdiction.emergency;
  const call: Block[] =
    number === undefined
      ? []
      : [
          { kind: 'call', line: line('person.call', { number }) },
          ...notChecked(wording, helper),
          pictured('no-name', line('person.call-without-name')),
          pictured('nobody-looks', line('person.safe-phone')),
        ];
  return {
    kind: 'person',
    audience: 'person',
    language: wording.language,
    direction: wording.direction,
    blocks: [
      { kind: 'title', line: line('person.title') },
      pictured('decide', line('person.you-decide')),
      pictured('later', line('person.help-stays')),
      pictured('rights', line('person.rights')),
      ...call,
      ...(emergency === undefined
        ? []
        : [pictured('danger', line('person.danger', { emergency: emergency.number }))]),
      pictured('keep-safe', line('person.keep-safe')),
    ],
  };
}

function pictured(picture: Picture, line: Line): Block {
  return { kind: 'pictured', picture, line };
}
