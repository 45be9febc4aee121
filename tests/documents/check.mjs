// Reads the documents of a run of Naru with readers that are not Naru's, and compares what they say.
// check.mjs FOLDER, where FOLDER has results/*.json and documents/*; the first faults are printed, and there may be none.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import init, { HwpDocument } from '@rhwp/core';
import { HtmlValidate } from 'html-validate';
import { parse } from 'kordoc';

const folder = process.argv[2];
const documents = path.join(folder, 'documents');
const faults = [];
const fault = (file, text) => faults.push(`${path.basename(file)}: ${text}`);
const bare = (text) => text.normalize('NFC').replace(/[\s\u00ad\u200b]+/g, '');
const entities = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const decoded = (html) => html.replace(/<br>/g, '\n').replace(/<[^>]*>/g, '').replace(/&(\w+);/g, (all, name) => entities[name] ?? all);

// The HTML holds every text of the report as it was made; it is what the others are measured by.
function textsOf(html) {
  const main = html.slice(html.indexOf('<main>'), html.indexOf('</main>')).replace(/<nav[\s\S]*?<\/nav>/g, '').replace(/<svg[\s\S]*?<\/svg>/g, '');
  const noMarks = main.replace(/<sup>.*?<\/sup>/g, '');
  const tables = [...noMarks.matchAll(/<table[\s\S]*?<\/table>/g)].map((table) =>
    [...table[0].matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map((cell) => decoded(cell[1])));
  const flow = [...noMarks.matchAll(/<(h[2-6]|p|caption|figcaption)[^>]*>([\s\S]*?)<\/\1>/g)].map((found) => decoded(found[2]));
  return { tables, flow };
}

async function read(file) {
  const bytes = fs.readFileSync(file);
  const result = await parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  if (!result.success) fault(file, `kordoc cannot read it: ${result.error}`);
  return result;
}

const textOfBlock = (block) => {
  if (block.type === 'table') return (block.table?.cells ?? []).flat().map((cell) => cell?.text ?? '').join('\n');
  return block.text ?? '';
};

function compareTables(file, wanted, blocks) {
  const read = blocks.filter((block) => block.type === 'table').map((block) => block.table.cells.flat().map((cell) => bare((cell?.text ?? '').replace(/\[([^\]]*)\]\(#[^)]*\)/g, '$1'))).filter(Boolean));
  if (read.length !== wanted.length) return fault(file, `${read.length} tables, ${wanted.length} were written`);
  wanted.forEach((cells, at) => {
    // A joined cell is read once or once for each place; what counts is that the same texts are there.
    const mine = [...new Set(cells.map(bare).filter(Boolean))].sort();
    const theirs = [...new Set(read[at])].sort();
    const missing = mine.filter((text) => !theirs.includes(text));
    if (missing.length > 0) fault(file, `table ${at + 1} lacks "${missing[0].slice(0, 80)}"`);
  });
}

function compareFlow(file, wanted, text) {
  const all = bare(text);
  for (const one of wanted) if (!all.includes(bare(one))) return fault(file, `lacks "${one.slice(0, 100)}"`);
}

globalThis.measureTextWidth = (font, text) => {
  const size = Number(/([\d.]+)px/.exec(font)?.[1] ?? 10);
  return [...text].reduce((sum, c) => sum + (c.codePointAt(0) > 0x2e80 ? size : size * 0.55), 0);
};
await init({ module_or_path: fs.readFileSync(createRequire(import.meta.url).resolve('@rhwp/core/rhwp_bg.wasm')) });

const validator = new HtmlValidate({ extends: ['html-validate:recommended'], rules: {
  'no-inline-style': 'off', // widths of columns
  'valid-id': ['error', { relaxed: true }], // any id that HTML allows
  'long-title': 'off' } });

const seen = {};
for (const name of fs.readdirSync(documents).sort()) {
  const file = path.join(documents, name);
  const ending = path.extname(name);
  const html = path.join(documents, name.slice(0, -ending.length) + '.html');
  if (!fs.existsSync(html)) continue;
  const wanted = textsOf(fs.readFileSync(html, 'utf8'));
  if (ending === '.html') {
    const report = await validator.validateFile(file);
    for (const message of report.results.flatMap((result) => result.messages).slice(0, 3)) fault(file, `${message.line}: ${message.message} (${message.ruleId})`);
    seen[name] = decoded(fs.readFileSync(file, 'utf8'));
  } else if (ending === '.hwpx') {
    const result = await read(file);
    compareTables(file, wanted.tables, result.blocks ?? []);
    seen[name] = (result.blocks ?? []).map(textOfBlock).join('\n');
    compareFlow(file, wanted.flow, seen[name]);
    const pages = new HwpDocument(new Uint8Array(fs.readFileSync(file)));
    const first = pages.renderPageSvg(0);
    if (!/<text/.test(first)) fault(file, 'the first page is empty');
    if (name.startsWith('diagnosis-ko') && pages.pageCount() !== 1) fault(file, `${pages.pageCount()} pages, one was asked for`);
  } else if (ending === '.docx' || ending === '.xlsx') {
    const result = await read(file);
    seen[name] = (result.blocks ?? []).map(textOfBlock).join('\n');
    if (ending === '.docx') compareTables(file, wanted.tables, result.blocks ?? []);
  } else if (ending === '.pdf') {
    seen[name] = execFileSync('pdftotext', ['-raw', file, '-'], { maxBuffer: 1 << 28 }).toString();
    const onePage = execFileSync('pdfinfo', [file]).toString();
    if (/^diagnosis-(ko|en)\.pdf$/.test(name) && !/Pages:\s+1\n/.test(onePage)) fault(file, 'not on one page');
    // Lines go on over pages, so paragraphs are looked for without the page numbers between them.
    const text = seen[name].replace(/\n- ?\d+ ?-\n?\f/g, '\n').replace(/\f/g, '');
    const all = bare(text);
    const lost = wanted.flow.filter((one) => !all.includes(bare(one)));
    if (lost.length > wanted.flow.length * 0.02) fault(file, `lacks ${lost.length} of ${wanted.flow.length} paragraphs, first "${lost[0].slice(0, 100)}"`);
  }
}

// Figures to the digit, in every format.
const result = (verb) => JSON.parse(fs.readFileSync(path.join(folder, 'results', `${verb}.json`), 'utf8'));
const grouped = (number) => String(number).replace(/^(\d+)/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));
const estimate = result('estimate');
const expected = {
  cost: [grouped(estimate.total), grouped(estimate.developmentCost), grouped(estimate.fp), ...estimate.steps.map((step) => grouped(step.value))],
  rfp: [grouped(estimate.total)], // the function points stand in a footnote, which some readers leave out
  split: [String(result('split').alternatives[0].contexts.length), ...result('split').alternatives[0].contexts.map((context) => context.name)],
  diagnosis: [`“예” ${result('assess').yes}개`, ...result('assess').items.map((item) => item.id)],
  readiness: result('maturity').ladders.flatMap((ladder) => [ladder.name.ko, `현재 단계: ${ladder.levelName.ko}`, ...ladder.criteria.map((criterion) => criterion.text.ko)]),
};
for (const [name, text] of Object.entries(seen)) {
  const kind = name.slice(0, name.lastIndexOf('-'));
  if (!name.includes('-ko.')) continue;
  const all = bare(text);
  const plainNumbers = name.endsWith('.xlsx') ? all.replace(/,/g, '') : all;
  for (const figure of expected[kind] ?? []) {
    if (kind === 'diagnosis' && figure.startsWith('“') && !all.includes('현재“예”')) continue; // a verdict words it otherwise
    if (!plainNumbers.includes(bare(name.endsWith('.xlsx') ? figure.replace(/,/g, '') : figure))) fault(name, `the figure ${figure} is not there`);
  }
}

// Every criterion of the ladders stands in its table with its state; the other formats are held against the same tables above.
const states = { met: '충족', unmet: '미충족', unknown: '확인 필요' };
const readiness = path.join(documents, 'readiness-ko.html');
if (fs.existsSync(readiness)) {
  const tables = textsOf(fs.readFileSync(readiness, 'utf8')).tables;
  for (const ladder of result('maturity').ladders)
    for (const criterion of ladder.criteria)
      if (!tables.some((cells) => cells.some((cell, at) => cell === criterion.text.ko && cells[at - 1] === String(criterion.level) && cells[at + 1] === states[criterion.state])))
        fault(readiness, `criterion ${criterion.id} does not stand there as ${criterion.state}`);
}

for (const text of faults.slice(0, 40)) console.log(text);
console.log(`${Object.keys(seen).length} documents read, ${faults.length} faults`);
process.exit(faults.length > 0 || Object.keys(seen).length === 0 ? 1 : 0);
