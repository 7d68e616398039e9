package dev.sandbank.internal.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which user is linked to which resource, and what that user may do there: one triple of user, resource and permission
 * at a time.
 *
 * <p>A link without any permission is still a link: the resource then exists for that user, and refuses.
 */
public final class Links {

    private final Sql sql;

    Links(Sql sql) {
        this.sql = sql;
    }

    public boolean exists(String user, String collection, String resource) {
        return find(user, collection, resource).isPresent();
    }

    /** What the link itself says, such as a nickname that this user gave the resource. */
    public Optional<ObjectNode> find(String user, String collection, String resource) {
        return sql.one(
                row -> Documents.parse(row.text(1)),
                "select document from link where user_id = ? and collection = ? and resource = ?",
                user,
                collection,
                resource);
    }

    public Set<String> permissions(String user, String collection, String resource) {
        return new LinkedHashSet<>(sql.many(
                row -> row.text(1),
                "select permission from permission where user_id = ? and collection = ? and resource = ?"
                        + " order by permission",
                user,
                collection,
                resource));
    }

    /** Links the user to the resource, if there was no link yet. */
    public void link(String user, String collection, String resource) {
        if (!exists(user, collection, resource)) {
            sql.run(
                    "insert into link values (?, ?, ?, ?, nextval('later_position'))",
                    user,
                    collection,
                    resource,
                    "{}");
        }
    }

    /** Grants one permission, linking the user to the resource if there was no link yet. */
    public void entitle(String user, String collection, String resource, String permission) {
        link(user, collection, resource);
        if (!permissions(user, collection, resource).contains(permission)) {
            sql.run("insert into permission values (?, ?, ?, ?)", user, collection, resource, permission);
        }
    }

    /** Takes one permission back; the link stays. */
    public void withdraw(String user, String collection, String resource, String permission) {
        sql.run(
                "delete from permission where user_id = ? and collection = ? and resource = ? and permission = ?",
                user,
                collection,
                resource,
                permission);
    }

    /** Takes back all permissions and the link itself: the resource no longer exists for that user. */
    public void unlink(String user, String collection, String resource) {
        sql.run(
                "delete from permission where user_id = ? and collection = ? and resource = ?",
                user,
                collection,
                resource);
        sql.run("delete from link where user_id = ? and collection = ? and resource = ?", user, collection, resource);
    }
}
