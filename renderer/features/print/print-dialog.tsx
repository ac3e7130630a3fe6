import { Copy, Download, Printer } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { PrintedPage } from '../../../shared/contract/channels.ts';
import type { QuarterId } from '../../../shared/model/dates.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { weekGrid } from '../../../shared/planner/week-grid.ts';
import type { PrintDocument } from '../../../shared/print/document.ts';
import type { Sheet } from '../../../shared/print/style.ts';
import { quarterText } from '../../../shared/words/date-text.ts';
import { nameAlone } from '../../../shared/words/names.ts';
import { personsDocument } from '../../../shared/words/person-page.ts';
import { quarterDocument } from '../../../shared/words/quarter-page.ts';
import { today } from '../../state/clock.ts';
import { proposalHoldsPlan } from '../../state/drag-store.ts';
import { keeper } from '../../state/keeper.ts';
import { usualPaper } from '../../state/paper.ts';
import { usePrinting } from '../../state/use-printing.ts';
import { openDialog, useView } from '../../state/view-store.ts';
import { openWorkspace, useWorkspace, useWorkspaceStore } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { PrintView } from '../../ui/print-view.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Select } from '../../ui/select.tsx';
import { copyBoard, saveBoard } from './board-png.ts';
import { PaperPreview } from './paper-preview.tsx';
import './print.css';

type Kind = 'poster' | 'persons';

const everybody = 'everybody';

interface Choice {
  readonly kind: Kind;
  readonly who: string;
  readonly sheet: Sheet;
}

/** Whoever has a page: people of the team, in their order. */
const teamOf = (workspace: Workspace): readonly PersonId[] =>
  Object.values(workspace.people)
    .filter(({ archivedOn }) => archivedOn === null)
    .sort((a, b) => a.position - b.position)
    .map(({ id }) => id);

const peopleOf = (workspace: Workspace, who: string): readonly PersonId[] =>
  who === everybody ? teamOf(workspace) : [who as PersonId];

function documentOf(workspace: Workspace, quarter: QuarterId, { kind, who, sheet }: Choice): PrintDocument {
  const stamp = { revision: useWorkspaceStore.getState().revision, today: today(workspace.about.zone) };
  return kind === 'poster'
    ? quarterDocument(workspace, quarter, sheet, stamp)
    : personsDocument(workspace, quarter, peopleOf(workspace, who), stamp);
}

const pageOf = (workspace: Workspace, quarter: QuarterId, { kind, who }: Choice): PrintedPage =>
  kind === 'poster'
    ? { kind: 'quarter', quarter }
    : { kind: 'persons', quarter, people: peopleOf(workspace, who) };

interface ChoicesProps {
  readonly choice: Choice;
  readonly onChange: (choice: Choice) => void;
}

function Choices({ choice, onChange }: ChoicesProps) {
  const workspace = useWorkspace();
  return (
    <div className="print-choices">
      <SegmentedControl<Kind>
        label="What to print"
        options={[
          { id: 'poster', title: 'Poster' },
          { id: 'persons', title: 'List per person' },
        ]}
        value={choice.kind}
        onChange={(kind) => onChange({ ...choice, kind })}
      />
      <SegmentedControl<Sheet>
        label="Paper"
        options={[
          { id: 'A4', title: 'A4' },
          { id: 'A3', title: 'A3' },
          { id: 'Letter', title: 'Letter' },
        ]}
        value={choice.sheet}
        onChange={(sheet) => onChange({ ...choice, sheet })}
      />
      {choice.kind === 'persons' ? (
        <Select
          label="Whose list"
          labelShown={false}
          options={[
            { id: everybody, title: 'Everybody' },
            ...teamOf(workspace).map((id) => ({ id: id, title: nameAlone(workspace, id) })),
          ]}
          value={choice.who}
          onChange={(who) => onChange({ ...choice, who })}
        />
      ) : null}
    </div>
  );
}

/** What is worth knowing before paper is spent. */
function noteOf(document: PrintDocument, kind: Kind): string {
  if (proposalHoldsPlan()) return 'The plan that stands is printed, not the proposal.';
  const more = document.articles.length - 3;
  if (kind === 'persons' && more > 0)
    return `The first three of ${document.articles.length} lists are shown.`;
  return 'In ink alone: it stays legible in black and white. Reasons for leave are not on it.';
}

/** The quarter on paper, as PDF or as a picture: what, on which sheet, and how it will look. */
export function PrintDialog() {
  const workspace = useWorkspace();
  const quarter = useView((view) => view.quarter);
  const [choice, setChoice] = useState<Choice>(() => ({
    kind: 'poster',
    who: everybody,
    sheet: usualPaper(),
  }));
  const { makesPdf, busy, printing, run, printed } = usePrinting();
  const document = useMemo(() => documentOf(workspace, quarter, choice), [workspace, quarter, choice]);
  const isEmpty = useMemo(() => weekGrid(workspace, quarter).duties.length === 0, [workspace, quarter]);
  const nothing = isEmpty ? `No duty has a turn in ${quarterText(quarter)}` : undefined;
  const print = (): void =>
    run({
      paper: choice.sheet,
      document: () => documentOf(openWorkspace(), quarter, choice),
      write: () =>
        keeper().call('page.pdf', {
          page: pageOf(openWorkspace(), quarter, choice),
          paper: choice.sheet,
          today: today(openWorkspace().about.zone),
        }),
    });
  const close = (): void => openDialog(null);
  return (
    <>
      <Dialog
        title={`Print ${quarterText(quarter)}`}
        isOpen
        onClose={close}
        size="wide"
        actions={
          <>
            <Button
              kind="quiet"
              icon={<Copy size={14} aria-hidden />}
              disabledReason={nothing}
              hint="The whole board as a PNG"
              onPress={() => void copyBoard(quarter)}
            >
              Copy picture
            </Button>
            <Button
              kind="quiet"
              icon={<Download size={14} aria-hidden />}
              disabledReason={nothing}
              onPress={() => void saveBoard(quarter)}
            >
              Save picture
            </Button>
            <Button onPress={close}>Close</Button>
            <Button
              kind="primary"
              icon={<Printer size={14} aria-hidden />}
              disabledReason={nothing ?? (busy ? 'The PDF is being made' : undefined)}
              onPress={print}
            >
              {makesPdf ? (busy ? 'Making the PDF…' : 'Save as PDF') : 'Print…'}
            </Button>
          </>
        }
      >
        <Choices choice={choice} onChange={setChoice} />
        {isEmpty ? (
          <p className="text-body text-muted">{nothing}. Choose another quarter in the title bar.</p>
        ) : (
          <div className="print-preview" role="region" aria-label="Preview" tabIndex={0}>
            <PaperPreview document={document} sheet={choice.sheet} width={560} />
          </div>
        )}
        <p className="text-label text-muted">{noteOf(document, choice.kind)}</p>
      </Dialog>
      {printing === null ? null : (
        <PrintView
          key={printing.turn}
          title={printing.title}
          articles={printing.articles}
          style={printing.style}
          {...(printing.foot === undefined ? {} : { foot: printing.foot })}
          onDone={printed}
        />
      )}
    </>
  );
}
