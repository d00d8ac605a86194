import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Textarea, TextInput } from 'nhsuk-react-components';
import { useState } from 'react';
import type { z } from 'zod';
import { isSamePage, type PlaceFacts } from '#core/domain/place-page.ts';
import { confirmPlacePage, type readPlacePage } from '#core/ipc/law-channels.ts';
import { call } from '../../client.ts';
import { KeepPage } from '../../parts/keep-page.tsx';
import { isSaid, nobodyToday, WhoAndWhenFields } from '../../parts/who-and-when.tsx';
import type { Explicable } from '../../text/explain.ts';

type Listing = z.output<typeof readPlacePage.value>;

/** Numbers, age and steps of the country: the pack's, or as this place has confirmed them. */
export function PlacePageView({
  listing: { packFacts, page },
  onChange,
}: {
  readonly listing: Listing;
  readonly onChange: (() => void) | undefined;
}) {
  const { t } = useLingui();
  const { emergency, ownConsentFrom, procedure } = page?.facts ?? packFacts;
  return (
    <section aria-label={t`Numbers and the usual way`}>
      <h2 className="nhsuk-heading-s">
        <Trans>Numbers and the usual way</Trans>
      </h2>
      <p>
        {page === null ? (
          <span className="tag">
            <Trans>not confirmed</Trans>
          </span>
        ) : (
          <span className="tag tag--calm">
            {isSamePage(page.facts, packFacts)
              ? t`confirmed by ${page.confirmedBy} on ${page.confirmedOn}`
              : t`in our own words, by ${page.confirmedBy} on ${page.confirmedOn}`}
          </span>
        )}
      </p>
      <ul>
        {emergency.map(({ number, what }) => (
          <li key={number}>
            <strong>
              <bdi dir="ltr">{number}</bdi>
            </strong>{' '}
            {what}
          </li>
        ))}
        {emergency.length === 0 && (
          <li>
            <Trans>No emergency number yet. Put yours in.</Trans>
          </li>
        )}
        <li>
          {ownConsentFrom === null
            ? t`No age is known from which a young person agrees alone.`
            : t`A young person agrees alone from ${ownConsentFrom}.`}
        </li>
      </ul>
      <ol>
        {procedure.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {onChange && (
        <Button small type="button" onClick={onChange}>
          <Trans>Confirm or change numbers and steps</Trans>
        </Button>
      )}
    </section>
  );
}

export function PlacePageForm({
  listing: { packFacts, page },
  onDone,
}: {
  readonly listing: Listing;
  readonly onDone: () => void;
}) {
  const { t } = useLingui();
  const before = page?.facts ?? packFacts;
  const [numbers, setNumbers] = useState(
    before.emergency.map(({ number, what }) => `${number} ${what}`).join('\n'),
  );
  const [age, setAge] = useState(String(before.ownConsentFrom ?? ''));
  const [steps, setSteps] = useState(before.procedure.join('\n'));
  const [who, setWho] = useState(nobodyToday);
  const [error, setError] = useState<Explicable>();
  const facts = factsIn(numbers, age, steps);

  async function keep(): Promise<void> {
    if (!isSaid(who) || facts === undefined) return;
    const reply = await call(confirmPlacePage, {
      packFacts,
      facts,
      confirmedBy: who.by,
      confirmedOn: who.on,
    });
    if (reply.ok) onDone();
    else setError(reply.error);
  }

  return (
    <KeepPage
      heading={t`Numbers and the usual way`}
      keep={t`This is how it is here`}
      canKeep={isSaid(who) && facts !== undefined}
      error={error}
      onBack={onDone}
      onKeep={() => void keep()}
    >
      <Textarea
        label={t`Emergency numbers`}
        hint={t`One on each line: the number, then what it is for. The first one may stand on sheets for a person, so no number inside this place.`}
        id="place-numbers"
        rows={4}
        value={numbers}
        onChange={(event) => setNumbers(event.currentTarget.value)}
      />
      <TextInput
        label={t`A young person agrees alone from the age of`}
        hint={t`Between 10 and 17. Leave it empty if there is no such age.`}
        id="place-age"
        width={2}
        inputMode="numeric"
        autoComplete="off"
        value={age}
        onChange={(event) => setAge(event.currentTarget.value)}
      />
      <Textarea
        label={t`The usual way, step by step`}
        hint={t`One step on each line.`}
        id="place-steps"
        rows={10}
        value={steps}
        onChange={(event) => setSteps(event.currentTarget.value)}
      />
      <WhoAndWhenFields
        id="place"
        label={t`Who confirmed it?`}
        hint={t`For example a lawyer or an authority.`}
        value={who}
        onChange={setWho}
      />
      {facts === undefined && (
        <output>
          <Trans>A line without a number of 2 to 6 digits, or an age outside 10 to 17.</Trans>
        </output>
      )}
    </KeepPage>
  );
}

/** What was typed, or undefined where a line is no number with its purpose or the age is none. */
function factsIn(numbers: string, age: string, steps: string): PlaceFacts | undefined {
  const lines = (text: string) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  const emergency = lines(numbers).map((line) => {
    const [, number, what] = /^(\d{2,6})\s+(\S.*)$/.exec(line) ?? [];
    return number === undefined || what === undefined ? undefined : { number, what };
  });
  const read = emergency.filter((each) => each !== undefined);
  const years = age.trim() === '' ? null : Number(age);
  const isAge = years === null || (Number.isInteger(years) && years >= 10 && years <= 17);
  if (read.length !== emergency.length || !isAge) return undefined;
  return { emergency: read, ownConsentFrom: years, procedure: lines(steps) };
}
