import { CalendarDate } from '#core/domain/calendar-date.ts';
import { describe, expect, test } from 'vitest';
import { assert } from '#core/base/assert.ts';
import { newOutcome } from '#core/domain/outcome.ts';
import { dialled } from '#core/pack/contact-seed.ts';
import { composeBilingual, readingBeside } from '#core/sheet/bilingual.ts';
import { composeForPerson } from '#core/sheet/person-form.ts';
import { composePersonSheet } from '#core/sheet/person-sheet.ts';
import { composeLeaflet, composePoster } from '#core/sheet/public-sheets.ts';
import { linesOf, type Sheet, textOfLine } from '#core/sheet/sheet.ts';
import {
  composeCard,
  composeFullSheet,
  composeMemoriseAid,
  composeSlip,
  formNumber,
  partsOf,
} from '#core/sheet/small-sheets.ts';
import { composeRefusalNote } from '#core/sheet/staff-records.ts';
import { staffWordingOf, wordingOf } from '#core/sheet/wording.ts';
import { parse } from 'yaml';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SourcePhrases } from '#core/pack/phrase.ts';
import { basePack, clock, contentFolder, found, textsOf } from '../../support/core.ts';

const pack = basePack();
const languages = pack.manifest.languages.map(({ tag }) => tag);
const [english] = languages;
const helper = found(pack.contacts.find(({ id }) => id === 'contact.fi-nollalinja'));
const place = found(pack.jurisdictions.find(({ id }) => id === 'fi'));
const appointment = { on: '2026-12-05', at: '09:30', reason: 'eye-test' } as const;
const usualSlip = { head: '', foot: '' };
const number = found(dialled(helper));

/** Every sheet that is made without a case, in one language. */
function sheetsIn(tag: (typeof languages)[number]): readonly Sheet[] {
  const wording = wordingOf(pack, tag);
  const person = composePersonSheet(wording, place, helper);
  return [
    person,
    composeCard(wording, helper, 'umbrella'),
    composeSlip('slip', wording, usualSlip, appointment, number),
    composeSlip('follow-up', wording, usualSlip, appointment, '+358 9 000 000'),
    composeMemoriseAid(wording, helper, wording, false),
    composePoster(wording),
    composeLeaflet(wording, [helper]),
    composeBilingual(person, composePersonSheet(wordingOf(pack, found(english)), place, helper)),
  ];
}

const wordsOf = (sheet: Sheet) => textsOf(sheet).join('\n');

describe.each(languages)('in %s', (tag) => {
  test('no sheet for carrying or for walls names the subject', () => {
    const named = textOfLine(wordingOf(pack, tag).line('full.title')).toLocaleLowerCase(tag);
    const sheets = sheetsIn(tag);
    expect(sheets).toHaveLength(8);
    for (const sheet of sheets) expect(wordsOf(sheet).toLocaleLowerCase(tag)).not.toContain(named);
    expect(
      wordsOf(composeFullSheet(wordingOf(pack, tag), undefined)).toLocaleLowerCase(tag),
    ).toContain(named);
  });

  test('a sheet that gives a number gives it with its digits in order', () => {
    const [person, card, slip] = sheetsIn(tag);
    for (const sheet of [person, card, slip]) expect(wordsOf(found(sheet))).toContain(number);
  });
});

test('what may only be shown on screen or said is on no sheet', () => {
  const text = readFileSync(join(contentFolder, 'phrases', 'en.yaml'), 'utf8');
  const { phrases } = SourcePhrases.parse(parse(text));
  const neverPrinted = Object.values(phrases).filter(({ note }) =>
    /on screen only|never printed/i.test(note),
  );
  expect(neverPrinted.length).toBeGreaterThan(10);
  const wording = wordingOf(pack, found(english));
  const printed = [...sheetsIn(found(english)), composeFullSheet(wording, helper)]
    .map(wordsOf)
    .join('\n');
  for (const phrase of neverPrinted) expect(printed).not.toContain(phrase.text);
});

describe('the slips', () => {
  const wording = wordingOf(pack, found(english));
  test('look alike, but for the number', () => {
    const disguised = composeSlip('slip', wording, usualSlip, appointment, '12 34');
    const ordinary = composeSlip('follow-up', wording, usualSlip, appointment, '56 78');
    expect(wordsOf(disguised).replace('12 34', '')).toBe(wordsOf(ordinary).replace('56 78', ''));
    expect({ ...disguised, blocks: [] }).toEqual({ ...ordinary, kind: 'slip', blocks: [] });
  });

  test('write the day in figures and leave the call out where there is no number', () => {
    const slip = wordsOf(composeSlip('follow-up', wording, usualSlip, appointment, ''));
    expect(slip).toContain('5.12.2026');
    expect(slip).toContain('F 2026-1205-0930');
    expect(slip).not.toContain('call');
  });
});

describe('the card', () => {
  const wording = wordingOf(pack, found(english));
  test('is eight to a page, with the code word the person chose, and none when they chose none', () => {
    const [cards] = composeCard(wording, helper, 'umbrella').blocks;
    expect(cards).toMatchObject({ kind: 'cards', copies: 8 });
    expect(wordsOf(composeCard(wording, helper, 'umbrella'))).toContain('Code word: umbrella');
    expect(wordsOf(composeCard(wording, helper, ''))).not.toContain('Code word');
  });

  test('promises day and night only where the directory does', () => {
    const dayAndNight = textOfLine(wording.line('card.day-and-night'));
    const unsure = { ...helper, hours: 'Said to have a line day and night' };
    const sure = { ...helper, hours: 'Day and night' };
    expect(wordsOf(composeCard(wording, unsure, ''))).not.toContain(dayAndNight);
    expect(wordsOf(composeCard(wording, sure, ''))).toContain(dayAndNight);
  });

  test('has the day of the last check as a bare figure, and no word about it', () => {
    const checkedOn = CalendarDate.parse('2026-03-12');
    const about = { checkedBy: 'Ada', how: 'called', checkedOn, dueOn: checkedOn } as const;
    const plain = wordsOf(composeCard(wording, helper, ''));
    for (const kind of ['checked', 'due'] as const) {
      const words = wordsOf(composeCard(wording, { ...helper, standing: { kind, ...about } }, ''));
      expect(words).toBe(`${plain}\n12.3.2026`);
    }
  });
});

describe('a number is said in parts', () => {
  test.each([
    ['080 005 005', ['080', '005', '005']],
    ['+358 2954 63177', ['+358', '29', '54', '631', '77']],
    ['116006', ['116', '006']],
    ['0800121700', ['08', '001', '217', '00']],
  ])('%s: %j', (written, parts) => {
    expect(partsOf(written)).toEqual(parts);
  });

  test('of every helper, and none of a single digit', () => {
    const numbers = pack.contacts.flatMap((contact) => dialled(contact) ?? []);
    expect(numbers.length).toBeGreaterThan(20);
    for (const written of numbers) {
      const parts = partsOf(written);
      expect(parts.join('')).toBe(written.replaceAll(/[\s-]/g, ''));
      const inOneBreath = parts.filter((part) => /^(\+\d{1,3}|\d{2,3})$/.test(part));
      expect(inOneBreath).toEqual(parts);
    }
  });
});

test('a number to learn has its digits in words beside each part, in ten words of its language', () => {
  const finnish = wordingOf(pack, found(languages.find((tag) => tag === 'fi')));
  const [, parts] = composeMemoriseAid(
    finnish,
    helper,
    staffWordingOf(pack, found(english)),
    true,
  ).blocks;
  expect(parts).toMatchObject({
    kind: 'parts',
    parts: [{ digits: '080' }, { digits: '005' }, { digits: '005' }],
  });
  expect(linesOf(found(parts)).map(textOfLine)).toEqual([
    '080',
    'nolla kahdeksan nolla',
    '005',
    'nolla nolla viisi',
    '005',
    'nolla nolla viisi',
  ]);
  for (const tag of languages) {
    const { line } = wordingOf(pack, tag);
    const words = Array.from({ length: 10 }, (_, digit) => textOfLine(line(`digit.${digit}`)));
    expect({ tag, different: new Set(words).size }).toEqual({ tag, different: 10 });
    expect(words.filter((word) => !/^[\p{L}\p{M}’-]+$/u.test(word))).toEqual([]);
  }
});

test('a bilingual sheet says each line twice, in order and numbered', () => {
  const [own, staff] = ['ti', 'en'].map((tag) =>
    composePersonSheet(
      wordingOf(pack, found(languages.find((known) => known === tag))),
      place,
      helper,
    ),
  );
  const sheet = composeBilingual(found(own), found(staff));
  expect(sheet).toMatchObject({ kind: 'bilingual', language: 'ti' });
  expect(sheet.blocks.map((block) => (block.kind === 'pair' ? block.number : 0))).toEqual(
    Array.from({ length: found(own).blocks.length }, (_, at) => at + 1),
  );
  expect(wordsOf(sheet)).toContain(wordsOf(found(staff)).split('\n')[1]);
});

test('whatever a person carries can be read line by line beside the language of the staff', () => {
  const ours = sheetsIn(found(english)).slice(0, 4);
  for (const tag of languages) {
    for (const [at, sheet] of sheetsIn(tag).slice(0, 4).entries()) {
      const beside = readingBeside(sheet, found(ours[at]));
      expect(beside.blocks.every(({ kind }) => kind === 'pair')).toBe(true);
      expect(wordsOf(beside)).toContain(wordsOf(found(ours[at])).split('\n').at(-1));
    }
  }
});

test('a bilingual sheet in the language of the staff says each line once', () => {
  const [person, staff] = [found(english), found(english)];
  const wanted = { form: 'bilingual' } as const;
  const sheet = found(
    composeForPerson(pack, { person, staff }, { place, helper, usualSlip }, wanted),
  );
  expect(sheet).toMatchObject({ kind: 'bilingual', language: 'en' });
  expect(sheet.blocks).toEqual(composePersonSheet(wordingOf(pack, staff), place, helper).blocks);
});

describe('a paper that stays with staff', () => {
  const staff = staffWordingOf(pack, found(english));
  const tigrinya = wordingOf(pack, found(languages.find((tag) => tag === 'ti')));

  test('has their language beside each line, and says that the lines are a draft', () => {
    const sheet = composeMemoriseAid(tigrinya, helper, staff, true);
    const pairs = sheet.blocks.flatMap((block) => (block.kind === 'pair' ? [block] : []));
    expect(pairs.map(({ line, other }) => [textOfLine(line), textOfLine(other)])).toContainEqual([
      textOfLine(tigrinya.line('memorise.how')),
      textOfLine(staff.line('memorise.how')),
    ]);
    expect(wordsOf(sheet)).toContain(textOfLine(staff.line('paper.draft')));
  });

  test('says neither where the language is theirs and was read', () => {
    const sheet = composeMemoriseAid(staff, helper, staff, false);
    expect(sheet.blocks.map(({ kind }) => kind)).not.toContain('pair');
    expect(wordsOf(sheet)).not.toContain(textOfLine(staff.line('paper.draft')));
  });

  test('says neither on a note of a no of which the person takes a copy', () => {
    const declined = { ...newOutcome('declined'), note: 'signed' } as const;
    const noteFor = (isCopyWanted: boolean) =>
      composeRefusalNote(tigrinya, staff, declined, clock.now(), isCopyWanted, true);
    const [kept, copied] = [noteFor(false), noteFor(true)];
    assert(kept.kind === 'refusal-note' && copied.kind === 'refusal-note', 'both are notes');
    const draft = textOfLine(staff.line('paper.draft'));
    expect(wordsOf(kept)).toContain(draft);
    expect(kept.blocks.map(({ kind }) => kind)).toContain('pair');
    expect(wordsOf(copied)).not.toContain(draft);
    expect(copied.blocks.map(({ kind }) => kind)).not.toContain('pair');
  });
});

describe('the number of a form', () => {
  test('holds the digits of the number and nothing that looks like a telephone number', () => {
    expect(formNumber('0800 123 456', false)).toBe('0800-1234-56');
    expect(formNumber('0800 123 456', true)).toBe('6543-2100-80');
  });

  test('can be dialled as it stands, also where the number has a plus', () => {
    expect(formNumber('+358 800 123 456', false)).toBe('0035-8800-1234-56');
    expect(formNumber('+358 800 123 456', true)).toBe('6543-2100-8853-00');
  });

  test('stands at the foot of a disguised slip, and the number to call is gone', () => {
    const wording = wordingOf(pack, found(english));
    const wanted = {
      form: 'slip',
      appointment,
      hiding: 'form-number-backwards',
      number: '56 78',
    } as const;
    const languagesOfBoth = { person: found(english), staff: found(english) };
    const slip = found(
      composeForPerson(pack, languagesOfBoth, { place, helper, usualSlip }, wanted),
    );
    expect(wordsOf(slip)).not.toContain(number);
    // What is left is what an ordinary slip has too.
    const ordinary = composeSlip('follow-up', wording, usualSlip, appointment, '56 78');
    expect(slip.blocks.slice(0, -1)).toEqual(ordinary.blocks.slice(0, -1));
    expect(slip.blocks.at(-1)).toMatchObject({
      kind: 'small-print',
      line: [{ text: `F ${formNumber(number, true)}` }],
    });
  });
});

test('a slip begins and ends as the slips of the place do, with a hidden number as without', () => {
  const wording = wordingOf(pack, found(english));
  const own = { head: 'Zqmill Street Clinic\n 4 Zqmill Street ', foot: 'Open 8 to 4' };
  const disguised = composeSlip('slip', wording, own, appointment, '56 78', 'x');
  const ordinary = composeSlip('follow-up', wording, own, appointment, '56 78');
  const [first, second, third] = textsOf(disguised);
  expect([first, second]).toEqual(['Zqmill Street Clinic', '4 Zqmill Street']);
  expect(third).toBe(textOfLine(wording.line('slip.appointment')));
  expect(textsOf(disguised).at(-2)).toBe('Open 8 to 4');
  expect(textsOf(disguised).slice(0, -1)).toEqual(textsOf(ordinary).slice(0, -1));
});

test('cards lie on a page in the number that was asked for', () => {
  const copies = (['eight', 'ten', 'folded'] as const).map((layout) =>
    composeCard(wordingOf(pack, found(english)), helper, '', layout),
  );
  expect(copies.map(({ blocks }) => blocks[0])).toMatchObject([
    { copies: 8 },
    { copies: 10 },
    { copies: 4 },
  ]);
});
