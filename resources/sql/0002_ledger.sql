-- What was done to the service from here, and what was seen to have changed without that, in the
-- order in which it became known: ids, not times, tell the order, because clocks are set back.
-- `before` and `after` are [["version id", percent],…] in the order of the ids; `open` is 1 until
-- the outcome is settled; `requests` and `known` hold one id on each line.
CREATE TABLE ledger (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    account TEXT NOT NULL,
    account_name TEXT NOT NULL DEFAULT '',
    routine TEXT NOT NULL,
    kind INTEGER NOT NULL,
    environment TEXT NOT NULL DEFAULT '',
    version TEXT NOT NULL DEFAULT '',
    before TEXT NOT NULL DEFAULT '[]',
    after TEXT NOT NULL DEFAULT '[]',
    reason TEXT NOT NULL DEFAULT '',
    started INTEGER,
    ended INTEGER,
    outcome INTEGER NOT NULL,
    open INTEGER NOT NULL,
    requests TEXT NOT NULL DEFAULT '',
    detail TEXT NOT NULL DEFAULT '',
    digest BLOB,
    known TEXT NOT NULL DEFAULT '',
    existed INTEGER NOT NULL DEFAULT 0
);

CREATE INDEX ledger_routine ON ledger (account, routine, id);

CREATE INDEX ledger_account ON ledger (account, id);

CREATE INDEX ledger_open ON ledger (account, id) WHERE open = 1;

-- What was seen to be live: a row for each change, `last_seen` is the newest reading that found it
-- unchanged. `deployed` is the service's own time for it; `entry` what brought it; `mark` the
-- newest entry of the ledger at that moment, so that no entry explains two changes.
CREATE TABLE live (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    account TEXT NOT NULL,
    routine TEXT NOT NULL,
    environment TEXT NOT NULL,
    shares TEXT NOT NULL,
    deployed INTEGER,
    first_seen INTEGER NOT NULL,
    last_seen INTEGER NOT NULL,
    entry INTEGER REFERENCES ledger (id),
    mark INTEGER NOT NULL
);

CREATE INDEX live_routine ON live (account, routine, environment, id);
