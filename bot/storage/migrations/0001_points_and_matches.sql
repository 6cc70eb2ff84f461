-- Days are counted from 1970-01-01 in UTC. Times are snowflakes, so that Discord's clock alone counts.

-- Exists only for those who have agreed.
CREATE TABLE person (
    person BIGINT PRIMARY KEY,
    since INT NOT NULL,
    hidden INT NOT NULL DEFAULT 0,
    seen INT
);

CREATE TABLE score (
    guild BIGINT NOT NULL,
    person BIGINT NOT NULL REFERENCES person ON DELETE CASCADE,
    day INT NOT NULL,
    points INT NOT NULL,
    asked INT NOT NULL,
    hit INT NOT NULL,
    PRIMARY KEY (guild, person, day)
);
CREATE INDEX score_person ON score (person);

-- The first answer to the question of a day.
CREATE TABLE daily (
    person BIGINT NOT NULL REFERENCES person ON DELETE CASCADE,
    day INT NOT NULL,
    hit INT NOT NULL,
    PRIMARY KEY (person, day)
);

-- A match is named after the interaction that started it.
CREATE TABLE match (
    match BIGINT PRIMARY KEY,
    channel BIGINT NOT NULL,
    guild BIGINT NOT NULL,
    starter BIGINT NOT NULL,
    token TEXT NOT NULL,
    plan TEXT NOT NULL,
    seconds INT NOT NULL,
    total INT NOT NULL,
    number INT NOT NULL,
    ends BIGINT NOT NULL,
    silent INT NOT NULL DEFAULT 0,
    running INT NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX match_running ON match (channel) WHERE running = 1;

CREATE TABLE round (
    match BIGINT NOT NULL REFERENCES match ON DELETE CASCADE,
    number INT NOT NULL,
    correct INT NOT NULL,
    half BIGINT NOT NULL,
    ends BIGINT NOT NULL,
    PRIMARY KEY (match, number)
);

CREATE TABLE answer (
    match BIGINT NOT NULL REFERENCES match ON DELETE CASCADE,
    number INT NOT NULL,
    person BIGINT NOT NULL,
    choice INT NOT NULL,
    pressed BIGINT NOT NULL,
    PRIMARY KEY (match, number, person)
);

-- Whose points of a match are on the board already.
CREATE TABLE claim (
    match BIGINT NOT NULL REFERENCES match ON DELETE CASCADE,
    person BIGINT NOT NULL REFERENCES person ON DELETE CASCADE,
    guild BIGINT NOT NULL,
    claimed BIGINT NOT NULL,
    PRIMARY KEY (match, person)
);
