/// Libraries that few runs need, loaded when first called: half of what a short run takes would be
/// to load them. Their functions are declared by their own headers, in CLibXML2 and CZip.
