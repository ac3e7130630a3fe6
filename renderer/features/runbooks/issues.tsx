import { ArrowDown } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import type { Issue, Runbook } from '../../../shared/model/runbook.ts';
import type { RunbookPage } from '../../../shared/runbooks/page.ts';
import { CopyButton } from './copy-button.tsx';
import { Prose } from './prose.tsx';
import { scrollToPart } from './scroll-to.ts';
import { WorkThrough } from './work-through.tsx';

const issueId = (page: RunbookPage, index: number) => `${page.id}-issue-${String(index + 1)}`;

/** What somebody sees, and the one thing that is safe to do at once: the top of the page at three in the morning. */
export function FirstActions({ page }: { readonly page: RunbookPage }) {
  const rows = page.issues.flatMap(({ symptom, steps: [first] }, index) =>
    first === undefined ? [] : [{ symptom, first, id: issueId(page, index) }],
  );
  if (rows.length === 0) return null;
  return (
    <section className="runbook-section runbook-first">
      <h3>First symptoms, first safe action</h3>
      <table aria-label="First symptoms, first safe action">
        <thead>
          <tr>
            <th scope="col">You see</th>
            <th scope="col">Do this first</th>
            <th scope="col">
              <span className="sr-only">All steps</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ symptom, first, id }) => (
            <tr key={id}>
              <th scope="row">{symptom}</th>
              <td>
                <Prose text={first} name={`${id}-first`} />
              </td>
              <td>
                <AriaButton
                  className="runbook-jump"
                  aria-label={`All steps: ${symptom}`}
                  onPress={() => scrollToPart(id)}
                >
                  <ArrowDown size={14} aria-hidden />
                </AriaButton>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface Props {
  readonly page: RunbookPage;
  readonly runbook: Runbook;
  readonly readOnlyBecause: string | null;
}

function IssueView({
  issue: { symptom, cause, steps, escalation },
  id,
  runbook,
  readOnlyBecause,
}: Omit<Props, 'page'> & { readonly issue: Issue; readonly id: string }) {
  return (
    <section className="runbook-issue">
      <div className="runbook-issue-head">
        <h4 id={id} tabIndex={-1}>
          {symptom}
        </h4>
        <WorkThrough runbook={runbook} title={symptom} readOnlyBecause={readOnlyBecause} />
      </div>
      {cause === '' ? null : (
        <div className="runbook-cause">
          <Prose text={cause} name={`${id}-cause`} />
        </div>
      )}
      {steps.length === 0 ? null : (
        <ol>
          {steps.map((step, index) => (
            <li key={index}>
              <Prose text={step} name={`${id}-step-${String(index + 1)}`} />
              <CopyButton what={`step ${String(index + 1)}`} text={() => step} />
            </li>
          ))}
        </ol>
      )}
      {escalation === '' ? null : (
        <div className="runbook-escalation">
          <strong>Escalate:</strong> <Prose text={escalation} name={`${id}-escalation`} />
        </div>
      )}
    </section>
  );
}

export function Issues({ page, ...rest }: Props) {
  return page.issues.map((issue, index) => (
    <IssueView key={issueId(page, index)} issue={issue} id={issueId(page, index)} {...rest} />
  ));
}
