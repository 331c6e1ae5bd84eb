# SPDX-License-Identifier: GPL-3.0-or-later
"""Publications of the board's stand-in: previewed, asked about, made."""

import threading
import time


class Publications:
    """Those of all drafts. `questions` are asked before anything is ready; `rules` counts what a reason is asked for."""

    def __init__(self, board):
        self.board, self.all, self.made = board, {}, 0
        self.questions, self.rules, self.settings = [], 0, {"status": "draft", "cancelled": "standard", "people": "private",
                                                            "address": "https://programme.example/", "language": "en"}

    def list(self, draft):
        mine = [told for told in self.all.values() if told["draft"] == draft and told["state"] != "dropped"]
        return 200, {"publications": mine, "may_choose_folder": True}

    def preview(self, draft, body):
        id_ = f"p{len(self.all) + 1}"
        told = {"id": id_, "draft": draft.id, "state": "previewing", "wish": body["options"], "meanwhile": "", "text": "",
                "notes": "", "command": f"programme publish SCENARIO --from-board '{draft.name}'", "folder": "Output/x",
                "number": None, "is_new": False, "needs_reason": False, "settings": None, "questions": [], "sentences": [],
                "result": None}
        self.all[id_] = told
        self.later(draft, told, self.shown)
        return 200, {"id": id_, "publication": told}

    def later(self, draft, told, act):
        def run():
            time.sleep(.2)
            with self.board.lock:
                act(draft, told)
            self.board.tell("publication", {"id": told["id"], "draft": draft.id, "state": told["state"]})
        threading.Thread(target=run, daemon=True).start()

    def shown(self, draft, told):
        wish = told["wish"]
        if wish.get("address", "https://") and not wish.get("address", "https://").startswith("http"):
            told.update(state="failed", sentences=[f"--address '{wish['address']}' is no address."])
            return
        settled = {pair.split("=")[0] for pair in wish["renamed"]} | set(wish["not_renamed"])
        open_ = [question for question in self.questions if question["from"] not in settled]
        rules = self.rules and not wish.get("reason")
        settings = {**self.settings, **{name: wish[name] for name in self.settings if wish.get(name)}}
        told.update(settings=settings, questions=[] if rules else open_, needs_reason=bool(rules), head=draft.head())
        if rules:
            told.update(state="asks", notes=f"Not published: the schedule breaks the rules {self.rules} times.\n")
        elif open_:
            told.update(state="asks", text="".join(question["words"] + "\n" for question in open_) + "Nothing was written.\n")
        else:
            told.update(state="ready", number=self.made + 1, is_new=True,
                        text=f"Would be publication {self.made + 1} ({settings['status']}): 28 sessions\nNothing was written.\n")

    def publish(self, draft, told, body):
        if told["state"] != "ready":
            return 409, {"error": "Only what was previewed can be published."}
        told["state"] = "publishing"
        self.later(draft, told, lambda draft, told: self.done(draft, told, body))
        return 200, told

    def done(self, draft, told, body):
        if told["head"] != draft.head():
            told["meanwhile"] = "The draft has changed since this was shown. Nothing was published; here is what would be published now."
            self.shown(draft, told)
            return
        self.made += 1
        made = {"number": self.made, "status": told["settings"]["status"], "kept": 1, "folder": "Output/x", "summary": "28 sessions"}
        self.settings = told["settings"]
        answer = self.board.add(draft, {**body, "base": draft.head(), "kind": "publish"}, publication=made)
        told.update(state="published", meanwhile="", result={
            "text": f"Publication {self.made} ({made['status']}): 28 sessions\nPut Output/x/public on the web.\n",
            "notes": f"The board's draft '{draft.name}' is kept as draft 1.\n", "publication": made, "is_new": True,
            "files": 61, "act": answer[1]["head"], "not_logged": None})
