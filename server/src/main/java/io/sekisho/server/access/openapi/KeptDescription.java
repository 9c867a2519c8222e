package io.sekisho.server.access.openapi;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What is kept by hand of the description: the files beside it, and the schemas that are made from the engine's tables. */
final class KeptDescription {

    private static final String FOLDER = "/io/sekisho/server/openapi/";
    private static final String VERSION = "3.1.0";
    private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final Components components;
    private final Paths paths;

    private KeptDescription(OpenAPI kept) {
        this.components = kept.getComponents();
        this.paths = kept.getPaths();
    }

    /** As the files say; a new one each time, since what is taken from it is changed afterwards. */
    static KeptDescription read() {
        Map<String, Object> components = file("schemas.json", MEMBERS);
        Map<String, Object> schemas = new LinkedHashMap<>();
        schemas.putAll(Json31.mapper().convertValue(components.get("schemas"), MEMBERS));
        schemas.putAll(EngineWords.all());
        schemas.putAll(EventSchemas.all(file("fields.json", TEXTS)));
        components.put("schemas", schemas);
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("openapi", VERSION);
        whole.put("components", components);
        whole.put("paths", file("operations.json", MEMBERS));
        return new KeptDescription(Json31.mapper().convertValue(whole, OpenAPI.class));
    }

    Components components() {
        return components;
    }

    Paths paths() {
        return paths;
    }

    /** What is said of an operation, if anything is. */
    Optional<Operation> operation(String path, PathItem.HttpMethod method) {
        return Optional.ofNullable(paths.get(path))
                .map(item -> item.readOperationsMap().get(method));
    }

    /** The parameter itself, where it stands among the components. */
    Parameter resolved(Parameter parameter) {
        String reference = parameter.get$ref();
        return reference == null
                ? parameter
                : Objects.requireNonNull(
                        components.getParameters().get(reference.substring(reference.lastIndexOf('/') + 1)));
    }

    private static <T> T file(String name, TypeReference<T> type) {
        ObjectMapper mapper = Json31.mapper();
        try (InputStream in = Objects.requireNonNull(KeptDescription.class.getResourceAsStream(FOLDER + name))) {
            return mapper.readValue(in, type);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
