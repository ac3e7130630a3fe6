/** What runbooks have on paper beyond what all paper has: their tables, steps, and whatever Markdown can say. */
export const runbookStyle = `
.paper p:has(+ :is(ul, ol, table, pre)) { break-after: avoid; }
.paper .cause, .paper .escalation { margin-bottom: 3pt; }
.paper .cause, .paper li:first-child { break-after: avoid; }
.paper .escalation, .paper li:last-child { break-before: avoid; }
.paper .cause, .paper .escalation { break-inside: avoid; }
.paper .duties th:first-child { width: 22%; }
.paper .owners th:first-child { width: 14%; }
.paper .owners thead th:nth-child(2) { width: 26%; }
.paper .promises td { white-space: nowrap; }
.paper .promises td:last-child, .paper .promises th:last-child { padding-right: 0; }
.paper .when { color: #586271; font-size: 8.5pt; white-space: nowrap; font-variant-numeric: tabular-nums; }
.paper .differs { font-weight: 600; }
.paper .nobody { font-style: normal; font-weight: 600; }
.paper code, .paper pre { font-family: 'JetBrains Mono', 'JetBrains Mono Variable', monospace; font-size: 8.5pt; font-feature-settings: 'calt' 0; }
.paper pre { margin: 3pt 0 6pt; padding: 5pt 8pt; border: 0.5pt solid #b9c1cb; border-radius: 2pt; line-height: 1.45;
  white-space: pre-wrap; overflow-wrap: anywhere; tab-size: 2; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
.paper blockquote { margin: 4pt 0; padding-left: 9pt; border-left: 1.5pt solid #586271; }
.paper hr { margin: 9pt 0; border: 0; border-top: 0.5pt solid #b9c1cb; }
.paper del { text-decoration-thickness: 0.5pt; }
.paper .task-box { display: inline-block; width: 8pt; height: 8pt; margin-right: 5pt; border: 0.75pt solid #16191d; vertical-align: -0.5pt; }
.paper .task-done { border-width: 4pt; }
.paper .contains-task-list { padding-left: 2pt; list-style: none; }
.paper img { display: block; max-width: 100%; max-height: 200mm; margin: 4pt 0 6pt; break-inside: avoid; }
.paper .cover { display: flex; flex-direction: column; min-height: 225mm; padding-top: 60mm; }
.paper .cover header { padding-bottom: 12pt; }
.paper .cover h1 { font-size: 34pt; }
.paper .cover .cover-of { margin: 0 0 4pt; font-size: 13pt; color: #586271; }
.paper .cover .cover-foot { margin: auto 0 0; color: #586271; font-size: 8.5pt; }
.paper .cover .specimen { margin: 0; font-size: 1pt; line-height: 1; color: #fff; }
.paper .contents ol { padding: 0; list-style: none; }
.paper .contents li { display: flex; align-items: baseline; gap: 8pt; padding: 4pt 0; margin: 0; border-bottom: 0.5pt solid #b9c1cb; }
.paper .contents li a { flex: 1; padding-right: 8pt; text-decoration: none; font-weight: 600; }
.paper .contents li .note { flex: none; margin: 0; }
.paper .contents li::after { content: ''; flex: none; width: 26pt; }
`;
