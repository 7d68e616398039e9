package dev.sandbank.internal.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The links between users and resources, and the permissions that a user has on a resource: one row for each user,
 * resource and permission.
 *
 * <p>A link without permissions is still a link: the resource then exists for the user, but refuses.
 */
public final class Links {

    private final Sql sql;

    Links(Sql sql) {
        this.sql = sql;
    }

    /**
     * One link.
     *
     * @param user the user
     * @param collection the collection of the resource
     * @param resource the id of the resource
     * @param allowed the permissions of the user
     * @param document the link's own members
     */
    public record Link(String user, String collection, String resource, List<String> allowed, ObjectNode document) {}

    private record Permission(List<String> link, String name) {}

    /** Returns all links, in the order in which they were added. */
    public List<Link> all() {
        Map<List<String>, List<String>> allowed = sql
                .many(
                        row -> new Permission(List.of(row.text(1), row.text(2), row.text(3)), row.text(4)),
                        "select user_id, collection, resource, permission from permission order by permission")
                .stream()
                .collect(groupingBy(Permission::link, mapping(Permission::name, toList())));
        return sql.many(
                row -> {
                    List<String> key = List.of(row.text(1), row.text(2), row.text(3));
                    ObjectNode document = StoredDocuments.parse(row.text(4));
                    return new Link(key.get(0), key.get(1), key.get(2), allowed.getOrDefault(key, List.of()), document);
                },
                "select user_id, collection, resource, document from link order by position");
    }

    /** Removes all links to a resource, with their permissions. */
    public void removeTo(String collection, String resource) {
        remove("collection = ? and resource = ?", collection, resource);
    }

    /** Removes all links of a user, with their permissions. */
    public void removeOf(String user) {
        remove("user_id = ?", user);
    }

    private void remove(String which, @Nullable Object... arguments) {
        sql.run("delete from permission where " + which, arguments);
        sql.run("delete from link where " + which, arguments);
    }

    public boolean exists(String user, String collection, String resource) {
        return find(user, collection, resource).isPresent();
    }

    /** Returns the link's own members, such as a nickname that the user gave the resource. */
    public Optional<ObjectNode> find(String user, String collection, String resource) {
        return sql.one(
                row -> StoredDocuments.parse(row.text(1)),
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

    /** Returns the users who have a permission on a resource. */
    public List<String> holders(String collection, String resource, String permission) {
        return sql.many(
                row -> row.text(1),
                "select user_id from permission where collection = ? and resource = ? and permission = ?"
                        + " order by user_id",
                collection,
                resource,
                permission);
    }

    /** Links the user to the resource, unless there is a link. */
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

    /** Grants one permission, and links the user to the resource unless there is a link. */
    public void entitle(String user, String collection, String resource, String permission) {
        link(user, collection, resource);
        if (!permissions(user, collection, resource).contains(permission)) {
            sql.run("insert into permission values (?, ?, ?, ?)", user, collection, resource, permission);
        }
    }

    /** Withdraws one permission; the link stays. */
    public void withdraw(String user, String collection, String resource, String permission) {
        sql.run(
                "delete from permission where user_id = ? and collection = ? and resource = ? and permission = ?",
                user,
                collection,
                resource,
                permission);
    }

    /** Removes the link with all permissions: the resource no longer exists for that user. */
    public void unlink(String user, String collection, String resource) {
        remove("user_id = ? and collection = ? and resource = ?", user, collection, resource);
    }
}
