# SPDX-License-Identifier: GPL-3.0-or-later
"""The CP-SAT model of a whole problem, or of some of its sessions while the others stay.

Time-indexed: a literal for each session, start and class of rooms that is to be had, priced with what
it costs against all that stays. Rooms are counted by class and moment, people are cliques by moment,
pairs that overlap at a price have a literal each: by clauses for each moment, or by two literals of
order, which serves the whole problem better (after 12 s on 150 tight sessions 531 against 632).
"""

from ortools.sat.python import cp_model

from places import Standing

# What a session that must be placed costs while it is missing: more than all else together.
MISSING = 1_000_000


class Model:
    def __init__(self, problem, places, free, may_miss=False, by_order=False):
        """A model of `free`; if these already have places, only of what is no worse than those."""
        self.by_order = by_order
        self.problem = problem
        self.cp = cp_model.CpModel()
        self.free = sorted(free)
        self.standing = Standing(problem, places, set(free))
        self.costs = []  # (literal or variable, price)
        # What each other literal means, as a function of places, so that a hint can be complete: CP-SAT
        # takes up a complete hint at once and may lose itself completing one.
        self.meaning = []
        self.place, self.start, self.out, self._runs, self._in_room = {}, {}, {}, {}, {}
        options = {p: self.standing.options(p) for p in self.free}
        if all(places[p] is not None for p in self.free) and self.free:
            self._prune(options, places)
        for p in self.free:
            self._add_session(p, options[p], may_miss)
        self._add_rooms()
        self._add_people()
        self._add_overlaps()
        self._add_relations()
        self._add_same_rooms()
        self._add_limits()
        self._add_day_caps()
        self._add_room_groups()
        self.cp.minimize(sum(v * c for v, c in self.costs))

    def _prune(self, options, places):
        """Leaves out each place that costs more by itself than the present places in all, the others at
        their cheapest: no term gets less by a session more."""
        problem = self.problem
        least = {p: int(cost[allowed].min()) for p, (allowed, cost) in options.items()}
        for p in self.free:
            if problem.unplaced[p] is not None:
                least[p] = min(least[p], problem.unplaced[p])
        alone = problem.cost(self.standing.places)[0] - sum(problem.unplaced[p] or 0 for p in self.free)
        slack = problem.cost(places)[0] - alone - sum(least.values())
        for p, (allowed, cost) in options.items():
            allowed &= cost - least[p] <= slack

    def _add_session(self, p, options, may_miss):
        allowed, cost = options
        self.place[p], self.start[p] = {}, {}
        for s in range(len(allowed)):
            here = []
            for k in range(allowed.shape[1]):
                if allowed[s, k]:
                    literal = self.cp.new_bool_var("")
                    self.place[p][s, k] = literal
                    here.append(literal)
                    if cost[s, k]:
                        self.costs.append((literal, int(cost[s, k])))
            if len(here) == 1:
                self.start[p][s] = here[0]
            elif here:
                self.start[p][s] = self.cp.new_bool_var("")
                self.cp.add(sum(here) == self.start[p][s])
        out = []
        if self.problem.unplaced[p] is not None or may_miss:
            self.out[p] = self.cp.new_bool_var("")
            price = self.problem.unplaced[p]
            self.costs.append((self.out[p], MISSING if price is None else price))
            out = [self.out[p]]
        self.cp.add_exactly_one(list(self.start[p].values()) + out)

    def _literal(self, meaning):
        literal = self.cp.new_bool_var("")
        self.meaning.append((literal, meaning))
        return literal

    def _meets(self, a, b, places):
        if places[a] is None or places[b] is None:
            return False
        first, second = (int(self.problem.starts[p][places[p][0]]) for p in (a, b))
        return first < second + self.problem.lengths[b] and second < first + self.problem.lengths[a]

    # Literals of what happens at a moment.

    def _starts_at(self, p, moment, gap=0):
        """The starts of p that have it run at a moment, or end less than the gap before."""
        length = int(self.problem.lengths[p]) + gap
        return [s for s in self.start[p] if self.problem.starts[p][s] <= moment < self.problem.starts[p][s] + length]

    def _running(self, p, moment):
        """A literal of p running at a moment; None where it cannot."""
        key = (p, moment)
        if key not in self._runs:
            literals = [self.start[p][s] for s in self._starts_at(p, moment)]
            if len(literals) > 1:
                here = set(self._starts_at(p, moment))
                run = self._literal(lambda places: places[p] is not None and places[p][0] in here)
                self.cp.add(sum(literals) == run)
                literals = [run]
            self._runs[key] = literals[0] if literals else None
        return self._runs[key]

    def _moments(self, sessions):
        return sorted({int(self.problem.starts[p][s]) for p in sessions for s in self.start[p]})

    # Hard rules.

    def _add_rooms(self):
        problem = self.problem
        for c in range(len(problem.room_classes)):
            at = {}
            for p in self.free:
                if c not in problem.classes[p]:
                    continue
                length = int(problem.lengths[p]) + problem.turnover[c]
                for (s, k), literal in self.place[p].items():
                    if problem.classes[p][k] == c:
                        at.setdefault(int(problem.starts[p][s]), []).append((length, literal))
            begins = sorted(at)
            used = self.standing.in_use[c]
            for i, m in enumerate(map(int, problem.moments)):
                if m not in at and (i == 0 or used[i] <= used[i - 1]):
                    continue
                running = [x for b in begins if b <= m for length, x in at[b] if m < b + length]
                left = problem.capacity(c) - int(used[i])
                if len(running) > left:
                    if left == 1:
                        self.cp.add_at_most_one(running)
                    else:
                        self.cp.add(sum(running) <= left)
        for c, d, gap in problem.joined:
            self._add_joined(c, d, gap)

    def _add_joined(self, c, d, gap):
        problem = self.problem
        stays = [[(int(problem.starts[p][s]), int(problem.lengths[p]) + gap, x) for p in self.free
                  for (s, k), x in self.place[p].items() if problem.classes[p][k] == room] for room in (c, d)]
        for m in sorted({start for own in stays for start, _, _ in own}):
            first, second = ([x for start, length, x in own if start <= m < start + length] for own in stays)
            if first and second:
                taken = self._literal(lambda places, m=m: any(
                    problem.where(p, places)[2] == c and 0 <= m - problem.where(p, places)[0] < problem.lengths[p] + gap
                    for p in self.free if places[p] is not None))
                for x in first:
                    self.cp.add_implication(x, taken)
                for x in second:
                    self.cp.add_implication(x, ~taken)

    def _add_clique(self, sessions, gap):
        for m in self._moments(sessions):
            literals = [self.start[p][s] for p in sessions for s in self._starts_at(p, m, gap)]
            if len(literals) > 1:
                self.cp.add_at_most_one(literals)

    def _add_people(self):
        problem, free, done = self.problem, set(self.free), set()
        for person in problem.people:
            own = sorted(free.intersection(person["members"]))
            if len(own) > 1:
                self._add_clique(own, problem.transfer)
                done.update((a, b) for a in own for b in own if problem.gap[a, b] == problem.transfer)
        for i, a in enumerate(self.free):
            for b in self.free[i + 1:]:
                if problem.gap[a, b] >= 0 and (a, b) not in done:
                    self._add_clique([a, b], int(problem.gap[a, b]))

    # Overlaps at a price.

    def _add_overlaps(self):
        problem = self.problem
        pairs = [(a, b, int(problem.overlap_cost[a, b])) for i, a in enumerate(self.free) for b in self.free[i + 1:]
                 if problem.overlap_cost[a, b] > 0 and problem.gap[a, b] < 0]
        if self.by_order:
            self._begin = {p: sum(int(problem.starts[p][s]) * x for s, x in self.start[p].items()) for p in self.free}
        for a, b, price in pairs:
            overlap = self._literal(lambda places, a=a, b=b: self._meets(a, b, places))
            if self.by_order:
                self._add_order(a, b, overlap)
                met = True
            else:
                met = False
                for m in self._moments((a, b)):
                    first, second = self._running(a, m), self._running(b, m)
                    if first is not None and second is not None:
                        self.cp.add_bool_or(~first, ~second, overlap)
                        met = True
            if met:
                self.costs.append((overlap, price))

    def _add_order(self, a, b, overlap):
        def is_before(p, q, places):
            return (places[p] is not None and places[q] is not None and self.problem.starts[p][places[p][0]]
                    + self.problem.lengths[p] <= self.problem.starts[q][places[q][0]])
        forth = self._literal(lambda places: is_before(a, b, places))
        back = self._literal(lambda places: is_before(b, a, places))
        out = [self.out[p] for p in (a, b) if p in self.out]
        self.cp.add_bool_or([overlap, forth, back] + out)
        lengths = self.problem.lengths
        self.cp.add(self._begin[a] + int(lengths[a]) <= self._begin[b]).only_enforce_if([forth] + [~o for o in out])
        self.cp.add(self._begin[b] + int(lengths[b]) <= self._begin[a]).only_enforce_if([back] + [~o for o in out])

    # Terms of several sessions; those that stay count with those that are free.

    def _add_relations(self):
        problem = self.problem
        for r in problem.relations:
            a, b = r["a"], r["b"]
            if a not in self.start or b not in self.start:
                continue
            excuse = [self.out[b]] if b in self.out else []
            if r.get("price") is not None:
                broken = self._literal(lambda places, r=r: self._is_broken(r, places))
                self.costs.append((broken, r["price"]))
                excuse.append(broken)
            for s, literal in self.start[a].items():
                holds = problem.holds(r, int(problem.starts[a][s]), int(problem.days[a][s]), problem.starts[b], problem.days[b])
                good = [x for t, x in self.start[b].items() if holds[t]]
                if len(good) < len(self.start[b]):
                    self.cp.add_bool_or([~literal] + good + excuse)

    def _is_broken(self, relation, places):
        if places[relation["a"]] is None or places[relation["b"]] is None:
            return False
        (a, a_day, _), (b, b_day, _) = (self.problem.where(relation[side], places) for side in "ab")
        return not self.problem.holds(relation, a, a_day, b, b_day)

    def _room(self, p, c):
        """A literal of p being in a class, None where it cannot."""
        if (p, c) not in self._in_room:
            here = [x for (s, k), x in self.place[p].items() if self.problem.classes[p][k] == c]
            room = None
            if here:
                room = self._literal(lambda places: places[p] is not None and self.problem.where(p, places)[2] == c)
                self.cp.add(sum(here) == room)
            self._in_room[p, c] = room
        return self._in_room[p, c]

    def _add_same_rooms(self):
        problem = self.problem
        for pair in problem.same_rooms:
            a, b = pair["a"], pair["b"]
            if a not in self.start or b not in self.start:
                continue
            excuse = [self.out[b]] if b in self.out else []
            if pair.get("price") is not None:
                broken = self._literal(lambda places, a=a, b=b: places[a] is not None and places[b] is not None
                                       and problem.where(a, places)[2] != problem.where(b, places)[2])
                self.costs.append((broken, pair["price"]))
                excuse.append(broken)
            for c in problem.classes[a]:
                first = self._room(a, c)
                second = self._room(b, c) if c in problem.classes[b] else None
                if first is not None:
                    self.cp.add_bool_or([~first] + ([second] if second is not None else []) + excuse)

    def _present(self, limit, p, starts):
        problem = self.problem
        if limit.get("rooms") is None:
            return [self.start[p][s] for s in starts]
        return [x for (s, k), x in self.place[p].items() if s in starts and problem.counts_for(limit, problem.classes[p][k])]

    def _staying(self, limit):
        """Start, day and end of the members that stay."""
        problem, places = self.problem, self.standing.places
        own = [(p, problem.where(p, places)) for p in limit["members"] if places[p] is not None]
        return [(start, day, start + int(problem.lengths[p])) for p, (start, day, c) in own if problem.counts_for(limit, c)]

    def _cap(self, literals, staying, most, excess):
        if literals and len(literals) + staying > most:
            self.cp.add(sum(literals) - (excess if excess is not None else 0) <= most - staying)

    def _excess(self, limit, units):
        """A variable of what is over a limit, by a function of places; None for a hard one."""
        if limit.get("price") is None:
            return None
        excess = self.cp.new_int_var(0, len(limit["members"]), "")
        self.meaning.append((excess, units))
        self.costs.append((excess, limit["price"]))
        return excess

    def _over(self, limit, day, places):
        """Members placed on a day above the limit."""
        own = [self.problem.where(p, places) for p in limit["members"] if places[p] is not None]
        return max(0, sum(d == day and self.problem.counts_for(limit, c) for _, d, c in own) - limit["atMost"])

    def _add_limits(self):
        problem = self.problem
        for limit in problem.limits:
            free = [p for p in limit["members"] if p in self.start]
            if not free:
                continue
            staying, most = self._staying(limit), limit["atMost"]
            if limit["scope"] == "moment":
                excess = self._excess(limit, lambda places, limit=limit: problem.excess(limit, places))
                moments = sorted(set(self._moments(free)) | {start for start, _, _ in staying})
                if excess is not None and staying:
                    # What those that stay already cost is not part of the choice.
                    now = max(sum(a <= m < b for a, _, b in staying) for m, _, _ in staying) - most
                    if now > 0:
                        self.cp.add(excess >= now)
                for m in moments:
                    running = [x for p in free for x in self._present(limit, p, set(self._starts_at(p, m)))]
                    self._cap(running, sum(a <= m < b for a, _, b in staying), most, excess)
            elif limit["scope"] == "day":
                for day in range(problem.day_count):
                    held = [x for p in free for x in self._present(limit, p, {s for s in self.start[p] if problem.days[p][s] == day})]
                    self._cap(held, sum(d == day for _, d, _ in staying), most, self._excess(
                        limit, lambda places, limit=limit, day=day: self._over(limit, day, places)))
            else:
                held = [x for p in free for x in self._present(limit, p, set(self.start[p]))]
                self._cap(held, len(staying), most, self._excess(
                    limit, lambda places, limit=limit: problem.excess(limit, places)))

    def _add_day_caps(self):
        problem, places = self.problem, self.standing.places
        for cap in problem.day_caps:
            free = [p for p in cap["members"] if p in self.start]
            days = [problem.where(p, places)[1] for p in cap["members"] if places[p] is not None]
            for day in range(problem.day_count) if free else ():
                held = [x for p in free for s, x in self.start[p].items() if problem.days[p][s] == day]
                if len(held) and min(len(free), len(held)) + days.count(day) > cap["atMost"]:
                    self._cap(held, days.count(day), cap["atMost"], self._excess(
                        cap, lambda places, cap=cap, day=day: self._over(cap, day, places)))

    def _add_room_groups(self):
        problem, places = self.problem, self.standing.places
        for group in problem.room_groups:
            free = [p for p in group["members"] if p in self.start]
            if not free:
                continue
            taken = {problem.where(p, places)[2] for p in group["members"] if places[p] is not None}
            used = {}
            for p in free:
                for c in problem.classes[p]:
                    room = self._room(p, c) if c not in taken else None
                    if room is not None:
                        if c not in used:
                            used[c] = self._literal(lambda places, free=free, c=c: any(
                                places[q] is not None and problem.where(q, places)[2] == c for q in free))
                        self.cp.add_implication(room, used[c])
            self.costs += [(u, group["price"]) for u in used.values()]
            if not taken and used:
                # The first room is free of charge.
                first = self._literal(lambda places, free=free: any(places[p] is not None for p in free))
                self.cp.add(sum(used.values()) >= first)
                self.costs.append((first, -group["price"]))

    # Starts and answers.

    def hint(self, places):
        for p in self.free:
            if p in self.out:
                self.cp.add_hint(self.out[p], places[p] is None)
            own = {literal.index for literal in self.place[p].values()}
            for place, literal in self.place[p].items():
                self.cp.add_hint(literal, place == places[p])
            for s, literal in self.start[p].items():
                if literal.index not in own:
                    self.cp.add_hint(literal, places[p] is not None and places[p][0] == s)
        for variable, meaning in self.meaning:
            self.cp.add_hint(variable, int(meaning(places)))

    def read(self, value):
        """All places, by a function that tells whether a literal is true."""
        places = list(self.standing.places)
        for p in self.free:
            places[p] = next((place for place, x in self.place[p].items() if value(x)), None)
        return places
