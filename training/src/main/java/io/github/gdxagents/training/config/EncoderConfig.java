package io.github.gdxagents.training.config;

import io.github.gdxagents.network.Activation;
import io.github.gdxagents.network.EncoderShape;
import java.util.List;

/**
 * What comes before the hidden layers where an observation has grids or sets; each network has its own. Without any there is nothing to
 * encode, whatever is set here.
 *
 * @param gridChannels channels that each convolution of a grid gives, at most {@value EncoderShape#MAX_CONVOLUTIONS} of 1 to {@value
 *     EncoderShape#MAX_SIZE}; empty to give grids to the hidden layers as they are
 * @param setSize values that an entry of a set becomes, a multiple of the heads, at most {@value EncoderShape#MAX_SIZE}; 0 to give sets to
 *     the hidden layers as they are
 * @param setHeads weighted sums that are taken of the entries, 1 to {@value EncoderShape#MAX_SIZE}
 */
public record EncoderConfig(
        @Key("channels of each convolution of a grid; [] for none")
        List<Integer> gridChannels,

        @Key("values that an entry of a set becomes; 0 to give sets as they are")
        int setSize,

        @Key("weighted sums that attention takes of a set") int setHeads) {
    public EncoderConfig {
        gridChannels = List.copyOf(gridChannels);
        Faults faults = new Faults();
        faults.require(
                gridChannels.size() <= EncoderShape.MAX_CONVOLUTIONS
                        && gridChannels.stream()
                                .allMatch(channels -> channels >= 1 && channels <= EncoderShape.MAX_SIZE),
                "network.encoder.gridChannels",
                "at most " + EncoderShape.MAX_CONVOLUTIONS + " numbers of 1 to " + EncoderShape.MAX_SIZE,
                gridChannels);
        faults.inRange("network.encoder.setSize", setSize, 0, EncoderShape.MAX_SIZE);
        faults.inRange("network.encoder.setHeads", setHeads, 1, EncoderShape.MAX_SIZE);
        faults.require(
                setHeads < 1 || setSize % setHeads == 0,
                "network.encoder.setSize",
                "a multiple of network.encoder.setHeads (" + setHeads + ")",
                setSize);
        faults.throwIfAny();
    }

    /** The encoder of networks with this activation. */
    public EncoderShape shape(Activation activation) {
        return new EncoderShape(
                gridChannels.stream().mapToInt(Integer::intValue).toArray(), setSize, setHeads, activation);
    }

    public interface Builder extends ConfigBuilder<EncoderConfig> {
        Builder gridChannels(List<Integer> gridChannels);

        Builder setSize(int setSize);

        Builder setHeads(int setHeads);
    }
}
