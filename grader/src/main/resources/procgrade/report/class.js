'use strict';
(() => {
  const table = document.getElementById('all');
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const form = document.getElementById('filter');
  const [text, verdict, check, shown] = ['text', 'verdict', 'check', 'shown'].map(id => document.getElementById(id));
  const texts = new Map();
  const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

  const words = row => {
    if (!texts.has(row)) texts.set(row, row.textContent.normalize('NFC').toLocaleLowerCase());
    return texts.get(row);
  };

  const hasVerdict = row => {
    const [kind, letter] = verdict.value;
    if (kind === 's') return row.dataset.s.includes(letter);
    if (check.value === '') return kind === undefined || row.dataset.v.includes(letter);
    const own = row.dataset.v[check.value];
    return kind === undefined ? own !== undefined && own !== '-' : own === letter;
  };

  const filter = () => {
    const wanted = text.value.normalize('NFC').toLocaleLowerCase().split(/\s+/);
    let count = 0;
    for (const row of rows) {
      row.hidden = !(hasVerdict(row) && wanted.every(word => words(row).includes(word)));
      if (!row.hidden) count++;
    }
    shown.textContent = `${count} of ${rows.length} shown`;
  };

  // what has no key is last, whichever way the others are sorted
  const compare = (column, number, sign) => (one, other) => {
    const [a, b] = [one, other].map(row => row.cells[column].dataset.k ?? row.cells[column].textContent);
    if (a === '' || b === '') return (a === '') - (b === '');
    return sign * (number ? a - b : collator.compare(a, b));
  };

  const sort = head => {
    const up = head.getAttribute('aria-sort') !== 'ascending';
    for (const other of head.parentNode.cells) other.removeAttribute('aria-sort');
    head.setAttribute('aria-sort', up ? 'ascending' : 'descending');
    rows.sort(compare(head.cellIndex, head.classList.contains('number'), up ? 1 : -1));
    body.append(...rows);
  };

  for (const head of table.tHead.rows[0].cells) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = head.textContent;
    button.addEventListener('click', () => sort(head));
    head.replaceChildren(button);
  }
  for (const link of document.querySelectorAll('a[data-v]')) {
    link.addEventListener('click', () => {
      text.value = '';
      verdict.value = link.dataset.v;
      check.value = link.dataset.c;
      filter();
    });
  }
  form.addEventListener('input', filter);
  form.addEventListener('submit', event => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(filter));
  form.hidden = false;
  filter();
})();
