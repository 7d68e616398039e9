package dev.sandbank.internal.store;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tables of a sandbox. Instants are milliseconds since 1970-01-01T00:00Z. */
final class Schema {

    private Schema() {}

    static final List<String> TABLES = List.of(
            "create sequence later_position start with 1000000000",
            """
            create table client_usage (
              client varchar(200) not null primary key, since bigint not null, requests bigint not null)""",
            """
            create table entry (
              collection varchar(64) not null, id varchar(200) not null, owner varchar(20200),
              parent varchar(200), document varchar not null, created_at bigint, updated_at bigint,
              position bigint not null)""",
            """
            create table alarm (
              collection varchar(64) not null, id varchar(200) not null, at bigint not null,
              position bigint not null, primary key (collection, id))""",
            "create index alarm_by_time on alarm (at, position)",
            """
            create table link (
              user_id varchar(200) not null, collection varchar(64) not null, resource varchar(200) not null,
              document varchar not null, position bigint not null, primary key (user_id, collection, resource))""",
            """
            create table permission (
              user_id varchar(200) not null, collection varchar(64) not null, resource varchar(200) not null,
              permission varchar(100) not null, primary key (user_id, collection, resource, permission))""",
            """
            create table sign_in (
              id varchar(64) not null primary key, client varchar(200) not null, user_id varchar(200) not null,
              scopes varchar not null, auth_time bigint not null, session varchar(64) not null, nonce varchar,
              acr varchar, amr varchar not null, claims varchar not null, consent varchar(200), revoked boolean not null, revoked_in bigint,
              audience varchar, since bigint not null)""",
            "create index sign_in_by_user on sign_in (user_id)",
            "create index sign_in_by_session on sign_in (session)",
            """
            create table token (
              hash varchar(64) not null primary key, kind varchar(16) not null, client varchar(200) not null,
              user_id varchar(200), sign_in varchar(64), scopes varchar not null, issued_at bigint not null,
              expires_at bigint not null, signed_by varchar(64), spent boolean not null, revoked boolean not null,
              spent_in bigint, revoked_in bigint, audience varchar, claims varchar, spent_at bigint)""",
            "create index token_by_client on token (client)",
            "create index token_by_user on token (user_id)",
            "create index token_by_sign_in on token (sign_in)",
            """
            create table code (
              hash varchar(64) not null primary key, sign_in varchar(64) not null, redirect_uri varchar not null,
              challenge varchar, challenge_method varchar(16), expires_at bigint not null, spent boolean not null,
              spent_in bigint)""",
            """
            create table session (
              hash varchar(64) not null primary key, id varchar(64) not null, user_id varchar(200) not null,
              auth_time bigint not null, expires_at bigint not null, ended boolean not null, acr varchar,
              amr varchar not null, picks varchar, ends_at bigint not null)""",
            "create index session_by_user on session (user_id)",
            """
            create table answered (
              hash varchar(64) not null primary key, request varchar(64) not null, made varchar(200) not null,
              status int not null, headers varchar not null, body varchar not null, expires_at bigint not null)""",
            """
            create table consent (
              user_id varchar(200) not null, client varchar(200) not null, scope varchar(200) not null,
              primary key (user_id, client, scope))""",
            """
            create table assertion (
              client varchar(200) not null, jti varchar(64) not null, expires_at bigint not null, used_in bigint not null,
              primary key (client, jti))""");

    private static final List<String> INDEXES_OF_ENTRIES = List.of(
            "alter table entry add primary key (collection, id)",
            "create index entry_by_owner on entry (collection, owner, parent, position)",
            "create index entry_by_position on entry (collection, position)");

    private static final Pattern CREATE_TABLE = Pattern.compile("create table (\\w+)");

    static final List<String> NAMES = TABLES.stream()
            .map(CREATE_TABLE::matcher)
            .filter(Matcher::lookingAt)
            .map(table -> table.group(1))
            .toList();

    /** Makes what finds entries: of the rows of a seed that is quicker than by adding them one by one. */
    static Seed indexed(Sql sql, Seed written) {
        INDEXES_OF_ENTRIES.forEach(sql::run);
        return written;
    }

    /** Deletes all rows of the other tables. */
    static void emptyAllBut(Set<String> kept, Sql sql) {
        NAMES.stream().filter(name -> !kept.contains(name)).forEach(name -> sql.run("truncate table " + name));
    }
}
