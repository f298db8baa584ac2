// Everything here makes the pages nicer; each of them works without.
import { keepDrafts } from "./draft.js";
import { checkFiles, chooseTypes, sendOnce, showSummary } from "./form.js";
import { listen } from "./live.js";
import { countDown } from "./times.js";

keepDrafts();
chooseTypes();
checkFiles();
sendOnce();
showSummary();
countDown();
listen();
