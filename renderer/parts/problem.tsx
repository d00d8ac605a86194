import { type Explicable, explain } from '../text/explain.ts';
import { takeFocus } from './take-focus.ts';

/** An error in sentences, above what it is about. It takes the focus when it appears. */
export function Problem({ error }: { readonly error: Explicable | undefined }) {
  if (error === undefined) return null;
  const { title, next } = explain(error);
  return (
    <div key={title} className="nhsuk-error-summary" role="alert" tabIndex={-1} ref={takeFocus}>
      <h2 className="nhsuk-error-summary__title">{title}</h2>
      <div className="nhsuk-error-summary__body">
        <p>{next}</p>
      </div>
    </div>
  );
}
