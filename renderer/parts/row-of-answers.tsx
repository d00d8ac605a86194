export type RowAnswer<Value extends string> = { readonly value: Value; readonly label: string };

/**
 * One of many short questions on a page, its answers in one row. Plain elements in the look of the
 * library: two dozen of its own radio groups would keep a step from coming up at once.
 */
export function RowOfAnswers<Value extends string>({
  id,
  question,
  source,
  answers,
  value,
  onChoose,
}: {
  readonly id: string;
  readonly question: string;
  /** Where the question is from, so that staff can say why it was asked (R44). */
  readonly source?: string | undefined;
  readonly answers: readonly RowAnswer<Value>[];
  readonly value: Value;
  readonly onChoose: (value: Value) => void;
}) {
  return (
    <div className="sign">
      <fieldset
        className="nhsuk-fieldset"
        aria-describedby={source === undefined ? undefined : `${id}-source`}
      >
        <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{question}</legend>
        {source !== undefined && (
          <p id={`${id}-source`} className="sign__source">
            {source}
          </p>
        )}
        <div className="nhsuk-radios nhsuk-radios--inline nhsuk-radios--small">
          {answers.map(({ value: answer, label }) => (
            <div key={answer} className="nhsuk-radios__item">
              <input
                type="radio"
                className="nhsuk-radios__input"
                id={`${id}-${answer}`}
                name={id}
                value={answer}
                checked={answer === value}
                onChange={() => onChoose(answer)}
              />
              <label className="nhsuk-label nhsuk-radios__label" htmlFor={`${id}-${answer}`}>
                {label}
              </label>
            </div>
          ))}
        </div>
      </fieldset>
    </div>
  );
}
