package io.sekisho.cli.score;

import io.sekisho.cli.imports.InputFile;
import io.sekisho.cli.imports.ProblemList;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** A file with a JSON object on every line. */
final class LineFile {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final InputFile file;
    private final ProblemList problems;

    LineFile(InputFile file, ProblemList problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Gives every line's object to {@code reader}, and what is no object to the problems. */
    void forEach(Consumer<JsonLine> reader) throws IOException {
        long number = 0;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(file.open(), StandardCharsets.UTF_8.newDecoder()))) {
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                number++;
                if (!text.isBlank()) {
                    read(number, text, reader);
                }
            }
        } catch (CharacterCodingException e) {
            problems.add(new LineProblem(file.name(), number + 1, "", "not_utf8", "bytes that are not UTF-8"));
        }
    }

    private void read(long number, String text, Consumer<JsonLine> reader) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                problems.add(new LineProblem(file.name(), number, "", "not_an_object", "the line is no JSON object"));
                return;
            }
            Map<String, @Nullable Object> members = object(parser);
            if (parser.nextToken() != null) {
                problems.add(new LineProblem(file.name(), number, "", "more_than_one", "more follows the JSON object"));
                return;
            }
            reader.accept(new JsonLine(file.name(), number, members, problems));
        } catch (JacksonException e) {
            // The parser's own message may repeat the line.
            String where =
                    "the line is no JSON from character " + e.getLocation().getColumnNr() + " on";
            problems.add(new LineProblem(file.name(), number, "", "not_json", where));
        }
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) {
        Map<String, @Nullable Object> members = new HashMap<>();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            members.put(name, value(parser));
        }
        return members;
    }

    private static List<@Nullable Object> list(JsonParser parser) {
        List<@Nullable Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser));
        }
        return elements;
    }

    private static @Nullable Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> list(parser);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> whole(parser);
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    /** A Long, or a Double where it is too large for one. */
    private static Object whole(JsonParser parser) {
        if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            return parser.getDoubleValue();
        }
        return parser.getLongValue();
    }
}
