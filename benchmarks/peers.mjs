// The same text by docx.js: a process of its own, as a user would write it.
//
//     node peers.mjs DATA.json OUT.docx

import { readFileSync, writeFileSync } from "node:fs";
import {
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from "docx";

const HEADINGS = [1, 2, 3, 4, 5, 6].map((level) => HeadingLevel[`HEADING_${level}`]);

function runs(text) {
  return text.split("\n").map((line, at) => new TextRun({ text: line, break: at ? 1 : 0 }));
}

function block(part) {
  if (part.kind === "table") {
    return new Table({
      rows: part.rows.map(
        (cells, at) =>
          new TableRow({
            tableHeader: at < part.head,
            children: cells.map(
              (text) => new TableCell({ children: [new Paragraph({ children: runs(text) })] }),
            ),
          }),
      ),
    });
  }
  const children = runs(part.text);
  if (part.kind === "heading") {
    return new Paragraph({ heading: HEADINGS[Math.min(part.level, 6) - 1], children });
  }
  return new Paragraph(
    part.kind === "bullet" ? { bullet: { level: part.level - 1 }, children } : { children },
  );
}

const [data, out] = process.argv.slice(2);
const parts = JSON.parse(readFileSync(data, "utf-8"));
const made = new Document({ sections: [{ children: parts.map(block) }] });
writeFileSync(out, await Packer.toBuffer(made));
