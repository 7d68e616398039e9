package dev.sandbank.internal.store;

import java.util.List;

/** The tables of a sandbox. Instants are milliseconds since 1970-01-01T00:00Z. */
final class Schema {

    private Schema() {}

    static final List<String> TABLES = List.of(
            "create sequence later_position start with 1000000000",
            """
            create table entry (
              collection varchar(64) not null, id varchar(200) not null, owner varchar(200),
              document varchar not null, created_at bigint not null, updated_at bigint not null,
              position bigint not null, primary key (collection, id))""",
            "create index entry_by_owner on entry (collection, owner, position)",
            """
            create table link (
              user_id varchar(200) not null, collection varchar(64) not null, resource varchar(200) not null,
              document varchar not null, position bigint not null, primary key (user_id, collection, resource))""",
            """
            create table permission (
              user_id varchar(200) not null, collection varchar(64) not null, resource varchar(200) not null,
              permission varchar(100) not null, primary key (user_id, collection, resource, permission))""",
            """
            create table token (
              hash varchar(64) not null primary key, client varchar(200) not null, user_id varchar(200),
              scopes varchar not null, issued_at bigint not null, expires_at bigint not null,
              revoked boolean not null)""",
            "create index token_by_client on token (client)",
            "create index token_by_user on token (user_id)");

    static final List<String> NAMES = List.of("entry", "link", "permission", "token");
}
