/// Libraries that not every run needs, loaded when first called: half of what a short run takes would
/// be to load them. Their functions are declared by their own headers, in CLibXML2, CZip, CCairo and
/// CPango.
