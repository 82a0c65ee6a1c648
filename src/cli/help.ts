export const HELP = `Usage: policy-lens COMMAND

  scan PATH...      suggestions of codes for files, folders (.txt, .md, .markdown) or globs
    --codebook ID,...          only these codebooks
    --format json|jsonl|csv    how rows are written (default: as --out ends, else json)
    --out FILE                 write to FILE, all or nothing; default: standard output
    --jobs N                   scan with N threads (default 1)
    --min-score X              leave out suggestions with a lower score, 0 to 1
  scan --stdin      a filter: {"document": "...", "text": "..."} a line in, rows as JSON Lines out, in the same order
  export FOLDER     the annotations of a workspace, put in their place in today's texts, and the suggestions
    --coder C                  only annotations of this coder
    --status S                 only suggested, confirmed or rejected
    --no-learning              suggestions as the codebooks alone make them, whatever was decided
    --format, --out            as for scan
  verify FOLDER     what does not hold of the annotation files of a workspace
    --repair                   write what can be repaired, and keep the files as they were
    --dry-run                  with --repair: only tell
    --format json|text
  merge-file BASE OURS THEIRS  merge two versions of an annotation file into OURS: a merge driver for git
  codebooks         the codebooks in force, with every code
    --format json|text
  --help, --version

A folder that holds .policy-lens, and the folders below it, are a workspace: its codebooks and document variables are used.
Exit codes: 0 done, 1 something was passed over (named on standard error), 2 wrong use.
`;
