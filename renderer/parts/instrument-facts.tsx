import { Trans, useLingui } from '@lingui/react/macro';
import type { Instrument } from '#core/pack/instrument.ts';
import { predictiveValues } from '#core/screening/score.ts';
import { ageWords } from '../text/ages.ts';

/** For whom a questionnaire was made, and how well it did where it was tried. */
export function InstrumentFacts({ instrument }: { readonly instrument: Instrument }) {
  const { t } = useLingui();
  const { population, setting, ageRange, items, performance, toConfirm } = instrument;
  const figure = (value: number | null) => (value === null ? t`not known` : `${value} %`);
  return (
    <>
      <ul>
        <li>{population}</li>
        <li>{setting}</li>
        <li>{ageWords(ageRange)}</li>
        <li>{t`${items} questions. The wording belongs to others and is not included.`}</li>
      </ul>
      <div className="wide-table">
        <table className="nhsuk-table">
          <caption className="nhsuk-table__caption">
            <Trans>How it did where it was tried, as published</Trans>
          </caption>
          <thead>
            <tr>
              <th scope="col">{t`Who was asked`}</th>
              <th scope="col">{t`How many`}</th>
              <th scope="col">{t`Found, of those affected`}</th>
              <th scope="col">{t`Left out, of those not affected`}</th>
              <th scope="col">{t`Affected, of those asked`}</th>
              <th scope="col">{t`Of 100 results “talk further”, affected`}</th>
              <th scope="col">{t`Of 100 other results, not affected`}</th>
            </tr>
          </thead>
          <tbody>
            {performance.map((study) => {
              const worked = workedOut(study);
              return (
                <tr key={study.source.work}>
                  <td>
                    {study.population}
                    {study.toConfirm !== undefined && <small> ({study.toConfirm})</small>}
                  </td>
                  <td>{study.sample ?? t`not known`}</td>
                  <td>{figure(study.sensitivity)}</td>
                  <td>{figure(study.specificity)}</td>
                  <td>{figure(study.prevalence)}</td>
                  <td>{study.ppv ?? worked.ppv ?? t`not known`}</td>
                  <td>{study.npv ?? worked.npv ?? t`not known`}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {toConfirm !== undefined && <p className="tag">{toConfirm}</p>}
    </>
  );
}

/** Where a study gives no predictive values, they follow from its own figures. */
function workedOut({ sensitivity, specificity, prevalence }: Instrument['performance'][number]): {
  readonly ppv?: string;
  readonly npv?: string;
} {
  if (sensitivity === null || specificity === null || prevalence === null) return {};
  const { ppv, npv } = predictiveValues({ sensitivity, specificity }, prevalence);
  return {
    ...(ppv === undefined ? {} : { ppv: `≈ ${Math.round(ppv)}` }),
    ...(npv === undefined ? {} : { npv: `≈ ${Math.round(npv)}` }),
  };
}
