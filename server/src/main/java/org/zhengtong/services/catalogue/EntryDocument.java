package org.zhengtong.services.catalogue;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An entry as its document: the form in which single elements are read, put and compared. */
public final class EntryDocument {
    private static final JsonMapper JSON = JsonMapper.shared();
    private final ObjectNode root;

    private EntryDocument(ObjectNode root) {
        this.root = root;
    }

    public static EntryDocument of(ServiceItem item) {
        return new EntryDocument(JSON.valueToTree(item));
    }

    /** A copy; {@code null} in the document when the element is not said. */
    public JsonNode get(Element element) {
        JsonNode node = root;
        for (String step : element.path().split("/")) {
            node = node.path(step);
        }
        return node.isMissingNode() ? JsonNodeFactory.instance.nullNode() : node.deepCopy();
    }

    public EntryDocument with(Element element, JsonNode value) {
        ObjectNode changed = root.deepCopy();
        String[] steps = element.path().split("/");
        ObjectNode parent = steps.length == 1 ? changed : (ObjectNode) changed.get(steps[0]);
        parent.set(steps[steps.length - 1], value);
        return new EntryDocument(changed);
    }

    /** @throws tools.jackson.core.JacksonException when an element holds what it cannot hold */
    public ServiceItem item() {
        return JSON.treeToValue(root, ServiceItem.class);
    }

    /** The elements in which the two differ. */
    public List<Element> differences(EntryDocument other) {
        List<Element> differences = new ArrayList<>();
        for (Element element : Element.values()) {
            if (!get(element).equals(other.get(element))) {
                differences.add(element);
            }
        }
        return List.copyOf(differences);
    }

    /** An element as a document of its own, from plain values: text, numbers, lists, records. */
    public static JsonNode value(Object plain) {
        return JSON.valueToTree(plain);
    }

    public static <T> T read(JsonNode value, Class<T> type) {
        return JSON.treeToValue(value, type);
    }
}
