package io.github.gdxagents.training.config;

import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.policy.Provenance;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts a configuration together: defaults, then the file shipped for a bundled game, then files and keys of the user, each on top of
 * the one before.
 *
 * <pre>{@code
 * TrainingConfig config = ConfigLoader.forGame("lander", factory.settings())
 *         .file(Path.of("mine.yaml"))
 *         .set("ppo.learningRate=1e-3", "--set")
 *         .load();
 * }</pre>
 *
 * <p>Unknown keys, keys given twice, wrong types and impossible values are faults, and all of them are reported at once, with the
 * nearest valid key, the file and the line.
 */
public final class ConfigLoader {
    private static final int LARGEST_FILE = 1 << 20;

    private final String game;
    private final SimulationSettings settings;
    private final Faults faults = new Faults();
    private final ConfigNode.Mapping defaults;
    private final List<ConfigNode.Mapping> layers = new ArrayList<>();

    private ConfigLoader(String game, SimulationSettings settings) {
        this.game = game;
        this.settings = settings;
        defaults = resource("defaults.yaml").with(ofGame());
        layers.add(defaults);
        String tuned = "games/" + game + ".yaml";
        if (ConfigLoader.class.getResource(tuned) != null) {
            layers.add(resource(tuned));
        }
    }

    /**
     * Begins with the defaults and, for a bundled game, its tuned settings.
     *
     * @param game a bundled game's name, or the name of a class
     * @param settings those that the game has, with their defaults
     */
    public static ConfigLoader forGame(String game, SimulationSettings settings) {
        return new ConfigLoader(game, settings);
    }

    /**
     * The game that a file is for.
     *
     * @throws ConfigException if the file can't be read or has no such key
     */
    public static String gameOf(Path file) {
        Faults faults = new Faults();
        ConfigNode game = read(file, faults).get("game");
        faults.throwIfAny();
        if (game == null || game.text() == null) {
            throw new ConfigException("game", "must name the game, but is missing (" + file + ")");
        }
        return game.text();
    }

    /**
     * The settings of evaluations in a configuration of any version, such as one out of a policy.
     *
     * @param names of the settings that the game has; others are left out, and so is what no longer means anything
     */
    public static Map<String, SettingValue> evaluationSettings(String yaml, Collection<String> names) {
        ConfigNode.Mapping root = new YamlReader("configuration", false, new Faults()).readFile(yaml);
        ConfigNode lessons =
                root.get("curriculum") == null ? null : root.get("curriculum").get("lessons");
        List<ConfigNode> above = new ArrayList<>(List.of(root));
        if (lessons instanceof ConfigNode.Sequence sequence && !sequence.items().isEmpty()) {
            above.add(sequence.items().get(sequence.items().size() - 1));
        }
        if (root.get("evaluation") != null) {
            above.add(root.get("evaluation"));
        }
        Map<String, SettingValue> values = new LinkedHashMap<>();
        for (ConfigNode node : above) {
            if (node.get("settings") instanceof ConfigNode.Mapping settings) {
                values.putAll(SettingBinder.bindAll(settings, names, "", new Faults()));
            }
        }
        return values;
    }

    /** Puts a file on top: YAML in UTF-8, which needs only the keys that it changes. */
    public ConfigLoader file(Path file) {
        put(read(file, faults));
        return this;
    }

    /**
     * Puts one key on top.
     *
     * @param assignment {@code key=value} with a dotted key and a value in YAML
     * @param option what it came from, for messages
     */
    public ConfigLoader set(String assignment, String option) {
        int equals = assignment.indexOf('=');
        if (equals < 1) {
            faults.add("", option + " must be key=value, for example ppo.epochs=4, but is '" + assignment + "'");
            return this;
        }
        String key = assignment.substring(0, equals).strip();
        new YamlReader(option + " " + assignment, false, faults)
                .readValue(assignment.substring(equals + 1), key)
                .ifPresent(value -> put(key, value));
        return this;
    }

    /** Puts one dotted key on top with a plain text, whatever it looks like in YAML, that came from an option. */
    public ConfigLoader setText(String key, String value, String option) {
        put(key, new ConfigNode.Scalar(value, option));
        return this;
    }

    /** Puts one dotted key on top with a list of plain texts that came from an option. */
    public ConfigLoader setTexts(String key, List<String> values, String option) {
        List<ConfigNode> items = values.stream()
                .<ConfigNode>map(value -> new ConfigNode.Scalar(value, option))
                .toList();
        put(key, new ConfigNode.Sequence(items, option));
        return this;
    }

    private void put(String key, ConfigNode value) {
        ConfigNode node = value;
        String[] parts = ConfigKeys.split(key);
        for (int i = parts.length - 1; i >= 0; i--) {
            node = new ConfigNode.Mapping(Map.of(parts[i], node), node.place());
        }
        put((ConfigNode.Mapping) node);
    }

    private void put(ConfigNode.Mapping layer) {
        ConfigNode other = layer.get("game");
        if (other != null && other.text() != null && !game.equals(other.text())) {
            faults.refuse("game", "'" + game + "' as asked for", other);
        }
        layers.add(withGroups(TrainingConfig.class, layer, ""));
    }

    /** A value in place of a group is a fault and left out: a later layer's group would hide it, and with it what earlier ones say of the group. */
    private ConfigNode.Mapping withGroups(Class<?> type, ConfigNode.Mapping layer, String prefix) {
        ConfigNode.Mapping checked = layer;
        for (RecordComponent component : type.getRecordComponents()) {
            String name = component.getName();
            boolean isGroup = ConfigKeys.isGroup(component.getType());
            ConfigNode node = layer.get(name);
            if (node instanceof ConfigNode.Mapping group && isGroup) {
                checked = checked.replace(name, withGroups(component.getType(), group, prefix + name + "."));
            } else if (node != null
                    && !node.isEmpty()
                    && (isGroup || component.getType() == Map.class)
                    && !(node instanceof ConfigNode.Mapping)) {
                faults.refuse(prefix + name, "a group of keys", node);
                checked = checked.replace(name, new ConfigNode.Scalar(null, node.place()));
            }
        }
        return checked;
    }

    /**
     * Checks everything; what is {@code auto} has a value that is sensible on any machine.
     *
     * @throws ConfigException with all faults
     */
    public TrainingConfig load() {
        return draft().config();
    }

    /**
     * Checks everything, for a new run, and tells what may still be chosen.
     *
     * @throws ConfigException with all faults
     */
    public ConfigDraft draft() {
        Faults all = faults.copy();
        ConfigNode.Mapping merged = ObjectiveBinder.resolve(
                layers.stream().reduce(ConfigNode.Mapping::with).orElseThrow(), layers);
        RecordBinder binder = new RecordBinder(defaults, settings.asMap().keySet(), all);
        TrainingConfig config = binder.bind(merged);
        for (ConfigFault fault : ObjectiveCatalog.faultsOf(config)) {
            if (!all.has(fault.key())) { // else there is a default in its place: of that, nothing is said
                all.add(fault.key(), fault.problem() + " (" + merged.placeOf(fault.key()) + ")");
            }
        }
        all.throwIfAny();
        requireShort(config);
        return new ConfigDraft(config, binder.open());
    }

    /** The policy's file has it all in it. */
    private static void requireShort(TrainingConfig config) {
        int bytes = ConfigWriter.toYaml(config).getBytes(StandardCharsets.UTF_8).length;
        if (bytes > Provenance.MAX_CONFIGURATION_BYTES) {
            throw new ConfigException(
                    "",
                    "the whole configuration must have at most " + Provenance.MAX_CONFIGURATION_BYTES
                            + " bytes, as many as a policy file can hold, but has " + bytes);
        }
    }

    /** The game's name and its settings as it declares them. */
    private ConfigNode.Mapping ofGame() {
        String place = "defaults of " + game;
        Map<String, ConfigNode> values = new LinkedHashMap<>();
        settings.asMap().forEach((name, value) -> values.put(name, new ConfigNode.Scalar(value.toString(), place)));
        return new ConfigNode.Mapping(
                Map.of("game", new ConfigNode.Scalar(game, place), "settings", new ConfigNode.Mapping(values, place)),
                place);
    }

    private ConfigNode.Mapping resource(String name) {
        try (InputStream stream = ConfigLoader.class.getResourceAsStream(name)) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return new YamlReader(name, true, faults).readFile(text);
        } catch (IOException e) {
            throw new IllegalStateException("can't read " + name + " from the jar", e);
        }
    }

    private static ConfigNode.Mapping read(Path file, Faults faults) {
        String problem;
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(LARGEST_FILE + 1); // a device has no size, and no end
            if (bytes.length <= LARGEST_FILE) {
                return new YamlReader(file.toString(), true, faults).readFile(text(bytes));
            }
            problem = "it has more than " + LARGEST_FILE + " bytes, as no configuration has";
        } catch (NoSuchFileException e) {
            problem = "there is no such file";
        } catch (CharacterCodingException e) {
            problem = "it is not text in UTF-8";
        } catch (IOException e) {
            problem = Files.isDirectory(file)
                    ? "it is a folder; give a file, such as '" + file.resolve("config.yaml") + "'"
                    : e.toString();
        }
        faults.add("", "can't read the configuration '" + file + "': " + problem);
        return new ConfigNode.Mapping(Map.of(), file.toString());
    }

    /** Unlike that of a String's constructor, this decoder refuses what is no UTF-8. */
    private static String text(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}
