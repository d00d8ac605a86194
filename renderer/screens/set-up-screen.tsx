import { zodResolver } from '@hookform/resolvers/zod';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, PasswordInput, TextInput } from 'nhsuk-react-components';
import { useId, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { z } from 'zod';
import { Facility } from '#core/domain/facility.ts';
import { LanguageTag } from '#core/domain/language.ts';
import { DisplayName, SignInName, type StaffMember } from '#core/domain/staff.ts';
import { setUpVault } from '#core/ipc/vault-channels.ts';
import { call } from '../client.ts';
import { usePack } from '../hooks/use-pack.ts';
import { useSuggestion } from '../hooks/use-suggestion.ts';
import { Choice } from '../parts/choice.tsx';
import { DraftLanguages } from '../parts/draft-languages.tsx';
import { Page } from '../parts/page.tsx';
import { Problem } from '../parts/problem.tsx';
import { Suggestion } from '../parts/suggestion.tsx';
import type { Explicable } from '../text/explain.ts';

const SetUpForm = z
  .object({
    facilityName: Facility.shape.name,
    jurisdiction: Facility.shape.jurisdiction,
    enabledDrafts: z.array(LanguageTag),
    displayName: DisplayName,
    signInName: SignInName,
    password: z.string().min(1),
    again: z.string(),
  })
  .refine(({ password, again }) => password === again, { path: ['again'] });

/** The pages of set-up and the answers each asks for. */
const pages = [
  ['facilityName', 'jurisdiction'],
  ['enabledDrafts'],
  ['displayName', 'signInName'],
  ['password', 'again'],
] as const;

export function SetUpScreen({
  isPracticeCopy,
  onDone,
  onGoBack,
}: {
  readonly isPracticeCopy: boolean;
  readonly onDone: (member: StaffMember) => void;
  /** For a place that had records before, on a computer that broke. */
  readonly onGoBack: () => void;
}) {
  const { t } = useLingui();
  const formId = useId();
  const pack = usePack();
  const { suggestion, suggest } = useSuggestion();
  const [at, setAt] = useState(0);
  const [error, setError] = useState<Explicable>();
  const form = useForm({
    resolver: zodResolver(SetUpForm),
    defaultValues: {
      facilityName: '',
      jurisdiction: '',
      enabledDrafts: new Array<string>(),
      displayName: '',
      signInName: '',
      password: '',
      again: '',
    },
  });
  const { register, formState, trigger, control, setValue } = form;
  const jurisdiction = useWatch({ control, name: 'jurisdiction' });
  const enabledDrafts = useWatch({ control, name: 'enabledDrafts' });
  const isLast = at === pages.length - 1;

  const save = form.handleSubmit(
    async ({ facilityName: name, jurisdiction: country, enabledDrafts: drafts, ...lead }) => {
      setError(undefined);
      const { displayName, signInName, password } = lead;
      const facility = { name, jurisdiction: country, enabledDrafts: drafts };
      const reply = await call(setUpVault, { facility, displayName, signInName, password });
      if (reply.ok) onDone(reply.value);
      else setError(reply.error);
    },
  );

  async function goOn(): Promise<void> {
    if (isLast) await save();
    else if (await trigger(pages[at] ?? [])) setAt(at + 1);
  }

  const missing = (name: keyof typeof formState.errors, text: string) =>
    formState.errors[name] === undefined ? {} : { error: text };

  const headings = [
    t`Set up: your place of work`,
    t`Set up: languages of sheets`,
    t`Set up: the safeguarding lead`,
    t`Set up: a password`,
  ];
  return (
    <Page
      heading={headings[at] ?? ''}
      actions={
        <>
          {at > 0 && (
            <Button secondary type="button" onClick={() => setAt(at - 1)}>
              <Trans>Back</Trans>
            </Button>
          )}
          <Button
            type="submit"
            form={formId}
            className="page__actions-end"
            disabled={formState.isSubmitting}
          >
            {isLast ? <Trans>Finish</Trans> : <Trans>Continue</Trans>}
          </Button>
        </>
      }
    >
      {isPracticeCopy && (
        <p className="practice-note">
          <Trans>
            This is a practice copy. Use it to learn and to try things out, with made-up people
            only.
          </Trans>
        </p>
      )}
      <Problem error={error} />
      <form
        id={formId}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void goOn();
        }}
      >
        {at === 0 && (
          <>
            <TextInput
              label={t`Name of this place`}
              hint={t`It stays on this computer and stands on no sheet for a person.`}
              {...register('facilityName')}
              {...missing('facilityName', t`Enter a name`)}
            />
            <Choice
              name="jurisdiction"
              legend={t`Country`}
              options={(pack?.jurisdictions ?? []).map(({ id, name }) => ({
                value: id,
                label: name,
              }))}
              value={pack?.jurisdictions.find(({ id }) => id === jurisdiction)?.id}
              onChoose={(value) => setValue('jurisdiction', value, { shouldValidate: true })}
            />
            {formState.errors.jurisdiction && (
              <p className="nhsuk-error-message" role="alert">
                <Trans>Choose a country</Trans>
              </p>
            )}
            <button type="button" className="link-button" onClick={onGoBack}>
              <Trans>There are copies of records from before: go back to one</Trans>
            </button>
          </>
        )}
        {at === 1 && pack !== undefined && (
          <DraftLanguages
            pack={pack}
            chosen={enabledDrafts.map((tag) => LanguageTag.parse(tag))}
            onChange={(chosen) => setValue('enabledDrafts', [...chosen])}
          />
        )}
        {at === 2 && (
          <>
            <TextInput
              label={t`Your first name`}
              hint={t`Or any other name that colleagues know you by. No full name is needed.`}
              {...register('displayName')}
              {...missing('displayName', t`Enter a name`)}
            />
            <TextInput
              label={t`Sign-in name`}
              hint={t`You type it each time. The sign-in screen does not show it.`}
              autoComplete="off"
              {...register('signInName')}
              {...missing('signInName', t`Enter at least two characters`)}
            />
          </>
        )}
        {at === 3 && (
          <>
            <p>
              <Trans>
                At least 15 characters. Six unrelated words are easy to remember and hard to guess.
              </Trans>
            </p>
            <Suggestion suggestion={suggestion} onAsk={suggest} />
            <PasswordInput
              label={t`Password`}
              autoComplete="off"
              {...register('password')}
              {...missing('password', t`Enter a password`)}
            />
            <PasswordInput
              label={t`The same password again`}
              autoComplete="off"
              {...register('again')}
              {...missing('again', t`The two passwords differ`)}
            />
          </>
        )}
      </form>
    </Page>
  );
}
