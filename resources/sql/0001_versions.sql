-- A statement ends with a semicolon at the end of a line. Times are milliseconds since 1970, UTC.

CREATE TABLE routines (
    id INTEGER PRIMARY KEY,
    account TEXT NOT NULL,
    name TEXT NOT NULL,
    description TEXT NOT NULL DEFAULT '',
    created INTEGER,
    host TEXT NOT NULL DEFAULT '',
    assets INTEGER NOT NULL DEFAULT 0,
    deployments TEXT NOT NULL DEFAULT '[]',
    on_service INTEGER NOT NULL DEFAULT 1,
    seen INTEGER NOT NULL,
    listed INTEGER,
    UNIQUE (account, name)
);

-- Lines of text, each distinct one once. A pack holds `count` lines numbered from `first` on.
CREATE TABLE line_packs (
    first INTEGER PRIMARY KEY,
    count INTEGER NOT NULL,
    data BLOB NOT NULL
);

-- Contents, each distinct one once. What `data` is depends on `form` (see archive/bodystore.h);
-- `base` is the body that it is told as a difference from, `depth` how many of them follow.
CREATE TABLE bodies (
    id INTEGER PRIMARY KEY,
    digest BLOB NOT NULL,
    size INTEGER NOT NULL,
    judged INTEGER NOT NULL,
    form INTEGER NOT NULL,
    base INTEGER REFERENCES bodies (id),
    depth INTEGER NOT NULL,
    data BLOB NOT NULL
);

CREATE INDEX bodies_digest ON bodies (substr(digest, 1, 5));

-- `gone` is when it was last seen on the service; NULL: it was in the newest listing.
CREATE TABLE versions (
    routine INTEGER NOT NULL REFERENCES routines (id),
    id TEXT NOT NULL,
    description TEXT NOT NULL DEFAULT '',
    created INTEGER,
    state INTEGER NOT NULL DEFAULT 0,
    unstable INTEGER NOT NULL DEFAULT 0,
    assets INTEGER NOT NULL DEFAULT 0,
    ordinal INTEGER NOT NULL DEFAULT 0,
    body INTEGER REFERENCES bodies (id),
    lost INTEGER NOT NULL DEFAULT 0,
    first_seen INTEGER NOT NULL,
    gone INTEGER,
    PRIMARY KEY (routine, id)
) WITHOUT ROWID;

-- What the user wrote on a version; never sent anywhere.
CREATE TABLE marks (
    routine INTEGER NOT NULL REFERENCES routines (id),
    version TEXT NOT NULL,
    label TEXT NOT NULL,
    note TEXT NOT NULL,
    starred INTEGER NOT NULL,
    PRIMARY KEY (routine, version)
) WITHOUT ROWID;

-- Bodies that came for a version which already held another one.
CREATE TABLE set_aside (
    id INTEGER PRIMARY KEY,
    routine INTEGER NOT NULL REFERENCES routines (id),
    version TEXT NOT NULL,
    body INTEGER NOT NULL REFERENCES bodies (id),
    seen INTEGER NOT NULL,
    UNIQUE (routine, version, body)
);
