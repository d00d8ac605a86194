import { describe, expect, test } from 'vitest';
import { emptyDraft, VisitDraft, VisitStep } from '#core/domain/encounter.ts';
import { noSafeContact } from '#core/domain/safe-contact.ts';
import { LanguageTag } from '#core/domain/language.ts';

describe('an empty draft', () => {
  const draft = emptyDraft(LanguageTag.parse('ti'));

  test('is a draft', () => {
    expect(VisitDraft.parse(draft)).toEqual(draft);
  });

  test('begins at the first question and speaks the language it was asked for', () => {
    expect(draft).toMatchObject({ step: VisitStep.options[0], language: 'ti' });
  });

  test('says nothing about the person: whatever was not asked is neither yes nor no', () => {
    // When every answer is laid side by side
    const { step: _step, language: _language, ...answers } = draft;
    const words = JSON.stringify(answers);
    // Then
    expect(words).not.toMatch(/yes|"no"|unsure|safe"|refer|declined/);
    expect(answers).toMatchObject({
      observations: {},
      needs: [],
      alias: '',
      safeContact: noSafeContact,
    });
  });

  test('is made anew each time, so that two visits never share an answer', () => {
    const other = emptyDraft(LanguageTag.parse('ti'));
    expect(other.observations).not.toBe(draft.observations);
    expect(other.needs).not.toBe(draft.needs);
  });
});
